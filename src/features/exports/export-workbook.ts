import type { Deps } from '../../deps.ts';
import { writeWorkbook } from '../../presentation/write-workbook.ts';
import type { ExportValue } from './export-column.ts';
import { exportKind } from './export-file.ts';
import type { ExportSetting } from './load-setting.ts';
import type { ExportRows } from './requests.ts';
import { walkPortions, type Whom } from './walk-portions.ts';

/** A workbook is made in memory; above this people take the CSV file. */
export const MOST_ROWS = 10_000;

/** The rows with the codebook as a second sheet, or null where there are more than a workbook takes. */
export async function exportWorkbook(
  deps: Deps,
  setting: ExportSetting,
  rows: ExportRows,
  whom: Whom,
): Promise<Buffer | null> {
  const kind = exportKind(rows, setting);
  const lines: (readonly ExportValue[])[] = [];
  for await (const portion of walkPortions(deps, setting, rows, whom)) {
    lines.push(...kind.rowsOf(portion));
    if (lines.length > MOST_ROWS) return null;
  }
  const sheets = [
    { name: rows, head: kind.columns.map(({ name }) => name), rows: lines },
    {
      name: 'codebook',
      head: ['column', 'meaning'],
      rows: kind.columns.map(({ name, meaning }) => [name, meaning]),
    },
  ];
  return writeWorkbook(sheets, deps.clock());
}
