import { z } from 'zod';
import type { ApplicantId } from '../../core/kernel/ids.ts';

const applicantId = z
  .string()
  .regex(/^[\w-]{22}$/)
  .transform((id) => id as ApplicantId);

/** One tick comes as a text, several as a list, none not at all; ticking twice is ticking. */
const applicants = z
  .union([applicantId.transform((id) => [id]), z.array(applicantId)])
  .default([])
  .transform((ids) => [...new Set(ids)]);

/** Where the page before ended: rank in the shuffle or score, and id. */
const place = z
  .string()
  .regex(/^\d{1,10}(\.\d{1,20})?~[\w-]{22}$/)
  .transform((text) => {
    const [value, id] = text.split('~', 2);
    return { value: Number(value), applicantId: id as ApplicantId };
  });

/** Another intake than the running one; an unknown one shows the running one. */
const intake = z
  .string()
  .regex(/^[\w-]{22}$/)
  .optional()
  .catch(undefined);

export const ApplicantsQuery = z.object({
  intake,
  applicant: applicants,
  sort: z.enum(['written', 'judgment']).optional(),
  after: z
    .union([z.literal('').transform(() => null), place])
    .optional()
    .transform((value) => value ?? null),
});
export type ApplicantsRequest = z.output<typeof ApplicantsQuery>;

export const ComparisonQuery = z.object({ applicant: applicants });
