import { z } from 'zod';
import { BULK_STAGES } from '../../../core/applicant/bulk-action.ts';
import { LEAST_REASON, LONGEST_DECISION_TEXT } from '../../../core/applicant/decision.ts';
import type { ApplicantId } from '../../../core/kernel/ids.ts';
import { applicants, ApplicantsQuery } from '../requests.ts';

const id = z.string().regex(/^[\w-]{22}$/);

/** Ticks, or the filter of the list with `all`. `also` are ticks of people who have nothing to compare yet. */
export const SelectionQuery = ApplicantsQuery.extend({
  also: applicants,
  all: z.literal('yes').nullable().catch(null).default(null),
});
export type SelectionRequest = z.output<typeof SelectionQuery>;

export const BulkParams = z.strictObject({ requisitionId: id, bulkActionId: id });

/** Made with the page, so that a second click is the same action. */
const common = {
  id,
  applicants: z
    .string()
    .max(40_000)
    .transform((text) => text.split(' ').filter((one) => /^[\w-]{22}$/.test(one)) as ApplicantId[]),
};

export const BulkRequest = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      ...common,
      kind: z.literal('move'),
      to: z.enum(BULK_STAGES, 'Choose a stage.'),
      reason: z
        .string('Write the reason.')
        .transform((typed) => typed.replace(/\r\n?/g, '\n').trim())
        .pipe(
          z
            .string()
            .min(LEAST_REASON, 'Write a reason that has to do with the job, in at least 10 characters.')
            .max(LONGEST_DECISION_TEXT, 'Shorten the reason to 2,000 characters.')
            .regex(/^[^\0\p{Cs}]*$/u, 'Type this again: it holds a character that cannot be shown.'),
        ),
    }),
    z.strictObject({ ...common, kind: z.literal('invite') }),
    z.strictObject({ ...common, kind: z.literal('remind') }),
    z.strictObject({ ...common, kind: z.literal('extend'), until: z.iso.date('Choose a day.') }),
    z.strictObject({ ...common, kind: z.literal('end-invitation') }),
  ],
  'Choose what to do.',
);
export type BulkForm = z.output<typeof BulkRequest>;
