import { z } from 'zod';
import { LEAST_REASON, LONGEST_DECISION_TEXT } from '../../core/applicant/decision.ts';
import { RECOMMENDATIONS } from '../../core/decision/independent-view.ts';
import type { ApplicantId } from '../../core/kernel/ids.ts';

const id = z.string().regex(/^[\w-]{22}$/);

export const RoleParams = z.strictObject({ requisitionId: id });
export const ApplicantParams = z.strictObject({
  requisitionId: id,
  applicantId: id.transform((value) => value as ApplicantId),
});

/** Choices come as `view-<person>` and `scorecard-<person>`: which people there are, the members say. */
export const AskRequest = z
  .object({ rev: z.string('Open this page again.').regex(/^\d{1,9}$/, 'Open this page again.') })
  .catchall(z.string().max(60));
export type AskForm = z.output<typeof AskRequest>;

export const ViewRequest = z.strictObject({
  recommendation: z.enum(RECOMMENDATIONS, 'Choose what you recommend.'),
  reason: z
    .string('Write your reason.')
    .transform((typed) => typed.replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .min(LEAST_REASON, 'Write a reason that has to do with the job, in at least 10 characters.')
        .max(LONGEST_DECISION_TEXT, 'Shorten the reason to 2,000 characters.')
        .regex(/^[^\0\p{Cs}]*$/u, 'Type this again: it holds a character that cannot be shown.'),
    ),
});
export type ViewForm = z.output<typeof ViewRequest>;
