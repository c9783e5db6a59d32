import { Readable } from 'node:stream';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import type { RefusedReply, Reply } from '../../http/reply.ts';
import { exportFile } from './export-file.ts';
import { exportWorkbook, MOST_ROWS } from './export-workbook.ts';
import type { ExportSetting } from './load-setting.ts';
import type { ExportRequest } from './requests.ts';
import type { Whom } from './walk-portions.ts';

/** The file in pieces, or that it is more than a workbook takes. */
export async function fileReply(
  deps: Deps,
  setting: ExportSetting,
  request: ExportRequest,
  whom: Whom,
): Promise<Reply | 'too-large'> {
  const { rows, format } = request;
  const fileName = `${rows}.${format}`;
  if (format !== 'xlsx') {
    const type = format === 'csv' ? 'text/csv' : 'application/json';
    const pieces = exportFile(deps, setting, { ...request, format }, whom);
    return { kind: 'stream', fileName, type, pieces };
  }
  const workbook = await exportWorkbook(deps, setting, rows, whom);
  return workbook === null
    ? 'too-large'
    : { kind: 'stream', fileName, type: WORKBOOK, pieces: Readable.from([workbook]) };
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const workbookTooLarge = ({ id }: Requisition, { rows, intake }: ExportRequest): RefusedReply => {
  const ofIntake = intake === undefined ? '' : `&intake=${intake}`;
  return {
    kind: 'refused',
    status: 422,
    heading: 'This is more than a workbook takes',
    text: `There are more than ${MOST_ROWS.toLocaleString('en-GB')} rows. Take the CSV file: it has the same columns and every row, and spreadsheets open it.`,
    actions: [
      {
        label: 'Export as CSV',
        href: `/requisitions/${id}/exports/file?rows=${rows}&format=csv${ofIntake}`,
      },
      { label: 'Back to the export', href: `/requisitions/${id}/exports` },
    ],
  };
};
