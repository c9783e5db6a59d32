import type { TableColumns } from './find-columns.ts';
import { readRow, type RowProblem, type RowTexts } from './read-row.ts';
import { splitRecords, type TableRecord } from './split-records.ts';

/** What one record of the table is; `line` and `lines` say where, so that all lines of the text are accounted for. */
export type TableEntry = { readonly line: number; readonly lines: number } & (
  | { readonly kind: 'skipped' }
  | { readonly kind: 'person'; readonly texts: RowTexts }
  | { readonly kind: 'twice'; readonly firstLine: number }
  | {
      readonly kind: 'refused';
      readonly problem: RowProblem;
      readonly texts: RowTexts;
      readonly raw: string | null;
    }
);

const NO_TEXTS: RowTexts = { email: '', name: '', reference: '' };

/** Reads the table entry by entry; empty lines and the one with the names of the columns are skipped. */
export function* readTable(text: string, columns: TableColumns): Generator<TableEntry, void> {
  const firstLines = new Map<string, number>();
  let namesToSkip = columns.named;
  for (const record of splitRecords(text, columns.delimiter)) {
    if (saysDelimiter(record)) {
      yield { kind: 'skipped', line: record.line, lines: record.lines };
    } else if (namesToSkip && record.kind !== 'blank') {
      namesToSkip = false;
      yield { kind: 'skipped', line: record.line, lines: record.lines };
    } else {
      yield entryOf(record, columns, firstLines);
    }
  }
}

/** Excel puts `sep=;` on a line of its own before everything else. */
const saysDelimiter = (record: TableRecord): boolean =>
  record.kind === 'cells' && record.line === 1 && /^\uFEFF?sep=/i.test(record.cells[0] ?? '');

function entryOf(record: TableRecord, columns: TableColumns, firstLines: Map<string, number>): TableEntry {
  const { line, lines } = record;
  if (record.kind === 'blank') return { kind: 'skipped', line, lines };
  if (record.kind === 'broken') {
    const problem = { kind: record.problem, field: null };
    return { kind: 'refused', line, lines, problem, texts: NO_TEXTS, raw: record.text };
  }
  const row = readRow(record.cells, columns);
  if (row.kind === 'refused') {
    const { problem, texts } = row;
    const raw = problem.kind === 'more-cells' ? record.cells.join(columns.delimiter) : null;
    return { kind: 'refused', line, lines, problem, texts, raw };
  }
  const key = row.texts.email.normalize('NFKC').toLowerCase();
  const firstLine = firstLines.get(key);
  if (firstLine !== undefined) return { kind: 'twice', line, lines, firstLine };
  firstLines.set(key, line);
  return { kind: 'person', line, lines, texts: row.texts };
}
