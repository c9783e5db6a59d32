import { z } from 'zod';
import { LONGEST_FEEDBACK, type FeedbackStep } from '../../../core/feedback/process-feedback.ts';
import type { Deps } from '../../../deps.ts';
import { redirect, type Reply } from '../../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../../http/route.ts';
import { newId } from '../../../ops/secrets.ts';
import { addressesOf } from '../address.ts';
import { showReceipt } from '../show-receipt.ts';
import type { Visit } from '../visit.ts';

const step = z
  .enum(['1', '2', '3', '4', '5'], 'Choose one of the five.')
  .transform((value) => Number(value) as FeedbackStep);

export const FeedbackRequest = z.strictObject({
  fair: step,
  clear: step,
  text: z
    .string()
    .default('')
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .max(LONGEST_FEEDBACK, `Please say it in at most ${LONGEST_FEEDBACK} characters.`)
        .regex(/^[^\0\p{Cs}]*$/u, 'Type this again: it holds a character that cannot be shown.'),
    )
    .transform((text) => (text === '' ? null : text)),
});
export type Feedback = z.output<typeof FeedbackRequest>;

/** Two questions about the process. The first answer counts; what is said is never shown beside a person. */
export function feedbackHandlers(deps: Deps) {
  return {
    async give({ attempt, body, recvAt }: Visit & { body: Feedback }): Promise<Reply> {
      const { organisationId, requisitionId, applicantId } = attempt;
      const about = { organisationId, requisitionId, applicantId };
      if (attempt.receipt !== null) {
        await deps.stores.candidateFeedback.insert({ id: newId(), ...about, ...body, givenAt: recvAt });
      }
      return redirect(`${addressesOf(attempt.id, null).receipt}#feedback`);
    },

    giveAgain: (visit: Visit & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> =>
      showReceipt(deps, visit, { values: visit.raw, problems: visit.problems }),
  };
}
