import type { PersonId } from '../kernel/ids.ts';
import type { Applicant, Stage } from './applicant.ts';

/** Where staff may move an applicant; withdrawing is the applicant's own. */
export const DECIDED_STAGES = ['open', 'shortlisted', 'interview', 'offer', 'rejected'] as const;
export type DecidedStage = (typeof DECIDED_STAGES)[number];

export const LEAST_REASON = 10;
export const LONGEST_DECISION_TEXT = 2000;

/** One move by a member of staff. A person makes it; nothing in the product does by itself. */
export interface Decision {
  readonly from: Stage;
  readonly to: DecidedStage;
  /** Job-related, in the decider's words. */
  readonly reason: string;
  /** What else was looked at, such as the interview or references; empty where nothing was. */
  readonly considered: string;
  /** What the applicant is told; null where the move closes nothing. */
  readonly message: string | null;
  readonly by: PersonId;
  readonly at: Date;
  /** Whose views were asked and not waited for; left out where none was missing. */
  readonly without?: readonly PersonId[];
}

export interface WantedMove {
  readonly to: DecidedStage;
  readonly reason: string;
  readonly considered: string;
  readonly message: string;
}

export type MoveApplicant =
  | { readonly kind: 'moved'; readonly decision: Decision }
  | { readonly kind: 'withdrawn' | 'already-there' | 'message-missing' };

/** An offer and a rejection end the wait, so the applicant is told. */
export const closes = (stage: Stage): boolean => stage === 'offer' || stage === 'rejected';

/** Every move has a reason, and no decision closes without a message to the applicant. */
export function moveApplicant(
  { stage }: Pick<Applicant, 'stage'>,
  wanted: WantedMove,
  by: PersonId,
  at: Date,
): MoveApplicant {
  const { to, reason, considered, message } = wanted;
  if (stage === 'withdrawn') return { kind: 'withdrawn' };
  if (stage === to) return { kind: 'already-there' };
  if (closes(to) && message === '') return { kind: 'message-missing' };
  return {
    kind: 'moved',
    decision: { from: stage, to, reason, considered, message: closes(to) ? message : null, by, at },
  };
}
