import { setImmediate as letOthersRun } from 'node:timers/promises';
import { escapeText } from './charts/draw-element.ts';
import { writeZip } from './write-zip.ts';

type Value = string | number | boolean | null;

export interface WorkbookSheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

/**
 * An XLSX workbook (ECMA-376) whose cells are numbers, truth values or texts: a text that looks like a formula stays a
 * text, because formulas have an element of their own. Others are let run between portions of rows.
 */
export async function writeWorkbook(sheets: readonly WorkbookSheet[], at: Date): Promise<Buffer> {
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': xml`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${each(sheets, (number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${TYPE}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': relations([
      `<Relationship Id="book" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>`,
    ]),
    'xl/workbook.xml': xml`<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each(sheets, (number, { name }) => `<sheet name="${escapeText(name)}" sheetId="${number}" r:id="sheet${number}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      `<Relationship Id="styles" Type="${OFFICE}/styles" Target="styles.xml"/>`,
      each(
        sheets,
        (number) =>
          `<Relationship Id="sheet${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
      ),
    ]),
    'xl/styles.xml': STYLES,
  };
  for (const [index, sheet] of sheets.entries()) {
    files[`xl/worksheets/sheet${index + 1}.xml`] = await writeSheet(sheet);
  }
  return writeZip(files, at);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const xml = (parts: TemplateStringsArray, ...values: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${String.raw({ raw: parts }, ...values)}`;

const each = (
  sheets: readonly WorkbookSheet[],
  write: (number: number, sheet: WorkbookSheet) => string,
): string => sheets.map((sheet, index) => write(index + 1, sheet)).join('');

const relations = (list: readonly string[]): string =>
  xml`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;

/** The second style is for heads. */
const STYLES = xml`<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const AT_ONCE = 200;

async function writeSheet({ head, rows }: WorkbookSheet): Promise<Buffer> {
  const start = xml`<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>${writeRow(head, 1, ' s="1"')}`;
  const parts = [Buffer.from(start)];
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const portion = rows.slice(from, from + AT_ONCE);
    parts.push(Buffer.from(portion.map((row, index) => writeRow(row, from + index + 2, '')).join('')));
    await letOthersRun();
  }
  return Buffer.concat([...parts, Buffer.from('</sheetData></worksheet>')]);
}

const writeRow = (values: readonly Value[], row: number, style: string): string =>
  `<row r="${row}">${values.map((value, index) => writeCell(value, `${columnName(index)}${row}`, style)).join('')}</row>`;

function writeCell(value: Value, place: string, style: string): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return `<c r="${place}"${style}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${place}"${style} t="b"><v>${value ? 1 : 0}</v></c>`;
  return `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${plainText(value)}</t></is></c>`;
}

/** A, B, … Z, AA, AB … */
const columnName = (index: number): string =>
  (index < 26 ? '' : columnName(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

/** XML has no sign for these. */
const UNWRITABLE = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Cs}/gu;
/** A reader takes it for the code of a character. */
const CODE = /_(?=x[\dA-Fa-f]{4}_)/g;

const plainText = (text: string): string =>
  escapeText(text.replace(UNWRITABLE, '\uFFFD').replace(CODE, '_x005F_')).replaceAll('\r', '&#13;');
