import type { Requisition } from '../../core/requisition/requisition.ts';
import type { RefusedReply } from '../../http/reply.ts';
import { MOST_PRINTED } from './export-pdf.ts';
import { MOST_ROWS } from './export-workbook.ts';
import type { ExportRequest } from './requests.ts';

/** Why there is no file of that kind. */
export type FileRefusal = 'workbook-too-large' | 'pdf-too-large' | 'pdf-of-applicants-only';

const ROWS = MOST_ROWS.toLocaleString('en-GB');

/** Said beside the choice of the format. */
export const REFUSED_FORMAT: Readonly<Record<FileRefusal, string>> = {
  'workbook-too-large': `A workbook takes ${ROWS} rows and this is more: take CSV, which has the same columns.`,
  'pdf-too-large': `A PDF takes ${MOST_PRINTED} applicants and these are more: take CSV, which has more columns.`,
  'pdf-of-applicants-only': 'A PDF has one row for each applicant: choose that, or another format.',
};

const PAGES: Readonly<Record<FileRefusal, { readonly heading: string; readonly text: string }>> = {
  'workbook-too-large': {
    heading: 'This is more than a workbook takes',
    text: `There are more than ${ROWS} rows. Take the CSV file: it has the same columns and every row, and spreadsheets open it.`,
  },
  'pdf-too-large': {
    heading: 'This is more than a PDF takes',
    text: `There are more than ${MOST_PRINTED} applicants. Take the CSV file, which has everybody, or choose fewer applicants in the list.`,
  },
  'pdf-of-applicants-only': {
    heading: 'A PDF has one row for each applicant',
    text: 'Criteria and raters, and responses, come as CSV, workbook or JSON. The report of one applicant is there as PDF with every response.',
  },
};

/** The same on a page of its own, with the file that there is. */
export function refusedFile(
  { id }: Requisition,
  { rows, intake }: ExportRequest,
  why: FileRefusal,
): RefusedReply {
  const ofIntake = intake === undefined ? '' : `&intake=${intake}`;
  const at = `/requisitions/${id}/exports`;
  return {
    ...{ kind: 'refused', status: 422, ...PAGES[why] },
    actions: [
      { label: 'Export as CSV', href: `${at}/file?rows=${rows}&format=csv${ofIntake}` },
      { label: 'Back to the export', href: at },
    ],
  };
}
