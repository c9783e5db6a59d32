import type { Deps } from '../../deps.ts';
import { csvLine } from '../../presentation/csv-line.ts';
import { applicantColumns } from './applicant-columns.ts';
import type { ExportColumn, ExportValue } from './export-column.ts';
import { levelColumns, levelRows } from './level-columns.ts';
import type { ExportSetting } from './load-setting.ts';
import type { ExportRequest, ExportRows } from './requests.ts';
import { responseColumns, responseRows } from './response-columns.ts';
import { walkPortions, type Portion, type Whom } from './walk-portions.ts';

/** A kind of file: its columns, and its rows out of a portion as values in the order of the columns. */
export interface ExportKind {
  readonly columns: readonly Pick<ExportColumn<never>, 'name' | 'meaning'>[];
  readonly rowsOf: (portion: Portion) => readonly (readonly ExportValue[])[];
}

export function exportKind(rows: ExportRows, setting: ExportSetting): ExportKind {
  switch (rows) {
    case 'applicants':
      return kindOf(applicantColumns(setting), ({ standings }) => standings);
    case 'levels':
      return kindOf(levelColumns(setting), (portion) => levelRows(setting, portion));
    case 'responses':
      return kindOf(responseColumns(setting), (portion) => responseRows(setting, portion));
  }
}

const kindOf = <Row>(
  columns: readonly ExportColumn<Row>[],
  rowsOf: (portion: Portion) => readonly Row[],
): ExportKind => ({
  columns,
  rowsOf: (portion) => rowsOf(portion).map((row) => columns.map(({ of }) => of(row))),
});

/** What is written line by line; a workbook is not. */
type TextRequest = ExportRequest & { readonly format: 'csv' | 'json' };

const MARK = '\uFEFF';

/** The file in pieces, each made when the one before has been sent. */
export async function* exportFile(
  deps: Deps,
  setting: ExportSetting,
  { rows, format, mark }: TextRequest,
  whom: Whom,
): AsyncGenerator<string> {
  const kind = exportKind(rows, setting);
  const portions = walkPortions(deps, setting, rows, whom);
  if (format === 'json') {
    yield* jsonFile(kind, portions);
    return;
  }
  yield (mark === undefined ? '' : MARK) + csvLine(kind.columns.map(({ name }) => name));
  for await (const portion of portions) {
    yield kind
      .rowsOf(portion)
      .map((row) => csvLine(row.map(cellOf), 'kept'))
      .join('');
  }
}

const cellOf = (value: ExportValue): string | number =>
  value === null ? '' : typeof value === 'number' ? value : String(value);

/** The last sign closes the array, so that a file that broke off is no JSON at all. */
async function* jsonFile(kind: ExportKind, portions: AsyncGenerator<Portion>): AsyncGenerator<string> {
  const names = kind.columns.map(({ name }) => name);
  let before = '[';
  for await (const portion of portions) {
    for (const row of kind.rowsOf(portion)) {
      const entry = Object.fromEntries(names.map((name, index) => [name, row[index] ?? null]));
      yield `${before}\n${JSON.stringify(entry)}`;
      before = ',';
    }
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}
