import { z } from 'zod';

export const ExportParams = z.strictObject({ requisitionId: z.string().regex(/^[\w-]{22}$/) });

const EXPORT_ROWS = ['applicants', 'levels', 'responses'] as const;
export type ExportRows = (typeof EXPORT_ROWS)[number];

export const ExportQuery = z.strictObject({
  rows: z.enum(EXPORT_ROWS),
  format: z.enum(['csv', 'xlsx', 'json']),
  /** Some spreadsheets read a file as Unicode only behind this mark. */
  mark: z.literal('yes').optional(),
});
export type ExportRequest = z.output<typeof ExportQuery>;

export const CodebookQuery = z.strictObject({ rows: z.enum(EXPORT_ROWS) });
