import { z } from 'zod';
import type { ApplicantId } from '../../core/kernel/ids.ts';

const id = z.string().regex(/^[\w-]{22}$/);

/** Under which version of the rubric; without it, under the one that counts. */
export const ReportQuery = z.strictObject({
  rubric: z.coerce.number().int().min(1).max(99_999).nullable().default(null),
});

export const ReportParams = z.strictObject({
  requisitionId: id,
  applicantId: id.transform((value) => value as ApplicantId),
});
