import type { ApplicantId, LookAgainId, OrganisationId, PersonId, RequisitionId } from '../kernel/ids.ts';

export const LONGEST_REASON = 1000;
export const LONGEST_ANSWER = 2000;

/** A candidate asks a person to look at their case again; they read the answer by their link. */
export interface LookAgain {
  readonly id: LookAgainId;
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly applicantId: ApplicantId;
  /** Their first request is 1; at most one is open at a time. */
  readonly number: number;
  readonly reason: string;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly answer: LookAgainAnswer | null;
}

export interface LookAgainAnswer {
  readonly text: string;
  readonly at: Date;
  readonly by: PersonId;
}

interface Situation {
  /** Everything this candidate has asked so far. */
  readonly earlier: readonly Pick<LookAgain, 'answer'>[];
  readonly handedIn: boolean;
  readonly withdrawn: boolean;
  readonly roleState: 'draft' | 'open' | 'closed' | 'archived';
  /** Null where the organisation promises no answer; then nothing is offered. */
  readonly answerWithinDays: number | null;
}

export type OfferLookAgain =
  | { readonly kind: 'offered'; readonly number: number; readonly answerWithinDays: number }
  /** One waits for its answer. */
  | { readonly kind: 'waits' }
  | { readonly kind: 'not-offered' };

/** Only where somebody has promised to answer, and where there is something to look at. */
export function offerLookAgain(situation: Situation): OfferLookAgain {
  const { earlier, handedIn, withdrawn, roleState, answerWithinDays } = situation;
  if (earlier.some(({ answer }) => answer === null)) return { kind: 'waits' };
  if (answerWithinDays === null || !handedIn || withdrawn || roleState === 'archived') {
    return { kind: 'not-offered' };
  }
  return { kind: 'offered', number: earlier.length + 1, answerWithinDays };
}

export const dueDate = (askedAt: Date, answerWithinDays: number): Date =>
  new Date(askedAt.getTime() + answerWithinDays * 24 * 60 * 60 * 1000);
