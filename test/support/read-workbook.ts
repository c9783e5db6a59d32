import { load, type CheerioAPI } from 'cheerio';
import { readZip } from './read-zip.ts';

/** Rows of cells, as wide as the first row. */
export type Sheet = readonly (readonly (string | number | boolean | null)[])[];

/** A reader of the workbooks that we write, which shares no code with what writes them. Formulas are a fault. */
export function readWorkbook(bytes: Buffer): readonly Sheet[] {
  const files = readZip(bytes);
  const xml = (name: string): CheerioAPI => load(files.get(name)?.toString() ?? '', { xml: true });
  return ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'].map((name) => readSheet(name, xml(name)));
}

function readSheet(name: string, sheet: CheerioAPI): Sheet {
  if (sheet('row').length === 0 || sheet('f').length > 0) throw new Error(`${name}: no rows, or a formula`);
  const width = sheet('row').first().find('c').length;
  return sheet('row')
    .toArray()
    .map((row) => {
      const cells = Array.from<Sheet[number][number]>({ length: width }).fill(null);
      for (const cell of sheet(row).find('c').toArray()) {
        const [, letters = ''] = /^([A-Z]+)/.exec(sheet(cell).attr('r') ?? '') ?? [];
        const place = Array.from(letters).reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0) - 1;
        const [type, value] = [sheet(cell).attr('t') ?? 'n', sheet(cell).find('v').text()];
        if (type === 'inlineStr') cells[place] = sheet(cell).find('is').text();
        else if (type === 'b') cells[place] = value === '1';
        else if (value !== '') cells[place] = Number(value);
      }
      return cells;
    });
}
