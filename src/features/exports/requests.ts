import { z } from 'zod';
import type { ApplicantId } from '../../core/kernel/ids.ts';

export const ExportParams = z.strictObject({ requisitionId: z.string().regex(/^[\w-]{22}$/) });

const EXPORT_ROWS = ['applicants', 'levels', 'responses'] as const;
export type ExportRows = (typeof EXPORT_ROWS)[number];

/** Another intake than the running one, as asked: an unknown one is refused. */
const intake = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((asked) => (typeof asked === 'object' ? 'several' : asked === '' ? undefined : asked));

export const IntakeQuery = z.object({ intake });
export type IntakeRequest = z.output<typeof IntakeQuery>;

export const ExportQuery = z.strictObject({
  rows: z.enum(EXPORT_ROWS, 'Choose what one row is about.'),
  format: z.enum(['csv', 'xlsx', 'json', 'pdf'], 'Choose a format.'),
  /** Some spreadsheets read a file as Unicode only behind this mark. */
  mark: z.literal('yes').optional(),
  intake,
});
export type ExportRequest = z.output<typeof ExportQuery>;

/** Who was chosen in the list stays in the form: nothing of it is stored. */
export const ChosenForm = z.strictObject({
  intake,
  applicants: z
    .string()
    .max(40_000)
    .transform((text) => idsOf(text)),
});
export type ChosenRequest = z.output<typeof ChosenForm>;

export const ChosenFileForm = ExportQuery.extend(ChosenForm.shape);
export type ChosenFileRequest = z.output<typeof ChosenFileForm>;

/** Ids apart by spaces; anything else names nobody. */
export const idsOf = (text: string): readonly ApplicantId[] => [
  ...new Set(text.split(' ').filter((one) => /^[\w-]{22}$/.test(one)) as ApplicantId[]),
];

export const CodebookQuery = z.strictObject({ rows: z.enum(EXPORT_ROWS), intake });
export type CodebookRequest = z.output<typeof CodebookQuery>;
