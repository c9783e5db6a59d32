import type { checkTable } from './check-table.ts';
import { MOST_LINES } from './gather-lines.ts';

type Refused = Exclude<Awaited<ReturnType<typeof checkTable>>, { kind: 'checked' }>;

/** Why a whole table could not be read, and what to do about it. */
export function tableProblem(refused: Refused): string {
  switch (refused.kind) {
    case 'not-open':
      return 'The role is not open. Open it first, then import.';
    case 'workbook':
      return 'This is a workbook or a compressed file, not a CSV file. Open it in a spreadsheet, choose “Save as” and CSV UTF-8, and send that file.';
    case 'not-text':
      return 'This file is no text. Save the table as CSV UTF-8 and send that file.';
    case 'empty':
      return 'There is nobody in this table.';
    case 'too-many':
      return `The table has more than ${MOST_LINES.toLocaleString('en')} lines. Split it and import the parts.`;
    case 'no-address-column':
      return `The first line, “${refused.firstLine}”, neither names a column “email” nor holds a whole address. Name the columns in the first line.`;
  }
}
