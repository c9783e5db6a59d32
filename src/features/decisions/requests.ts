import { z } from 'zod';
import { DECIDED_STAGES, LEAST_REASON, LONGEST_DECISION_TEXT } from '../../core/applicant/decision.ts';
import type { ApplicantId } from '../../core/kernel/ids.ts';

const id = z.string().regex(/^[\w-]{22}$/);

export const DecisionParams = z.strictObject({
  requisitionId: id,
  applicantId: id.transform((value) => value as ApplicantId),
});

/** A stage that a link has chosen already; any other word chooses none. */
export const DecisionQuery = z.object({ to: z.enum(DECIDED_STAGES).or(z.literal('')).catch('').default('') });
export type DecisionAsked = z.output<typeof DecisionQuery>;

const text = (what: string) =>
  z
    .string(`Write ${what}.`)
    .transform((typed) => typed.replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .max(LONGEST_DECISION_TEXT, `Shorten ${what} to 2,000 characters.`)
        .regex(/^[^\0\p{Cs}]*$/u, 'Type this again: it holds a character that cannot be shown.'),
    );

export const DecisionRequest = z.strictObject({
  rev: z.coerce.number('Open this page again.').int('Open this page again.'),
  to: z.enum(DECIDED_STAGES, 'Choose a stage.'),
  reason: text('the reason').pipe(
    z.string().min(LEAST_REASON, 'Write a reason that has to do with the job, in at least 10 characters.'),
  ),
  considered: text('what else was considered'),
  message: text('the message'),
  /** Ids of those whose views are not waited for, as the page named them; absent where nobody ticked it. */
  without: z.string().max(5000).default(''),
  /** What the button says: decide, send what the preview shows, or go back to the words. */
  go: z.enum(['decide', 'send', 'change']).default('decide'),
});
export type DecisionForm = z.output<typeof DecisionRequest>;

export const TellAgainRequest = z.strictObject({});
export const RevealRequest = z.strictObject({});
