import { offerLookAgain, type LookAgain, type OfferLookAgain } from '../../../core/applicant/look-again.ts';
import { closes } from '../../../core/applicant/decision.ts';
import type { OwnResultRelease } from '../../../core/decision/release-results.ts';
import type { Deps } from '../../../deps.ts';
import type { Wishes } from '../../../store/applicant-wishes.ts';
import type { FoundInvitation, Invitation } from '../find-invitation.ts';

/** Why a link only shows how things stand. */
export type Standstill = Extract<FoundInvitation, { readonly invitation: Invitation }>['kind'];

/** How things stand for somebody whose link is no longer for taking the test. */
export interface Status {
  readonly kind: Standstill;
  readonly invitation: Invitation;
  readonly wishes: Wishes;
  readonly lookAgains: readonly LookAgain[];
  readonly offer: OfferLookAgain;
  /** What was decided, in the words the applicant is told; null while nothing closes their wait. */
  readonly outcome: { readonly message: string; readonly at: Date } | null;
  /** What was released to them, the first one first. */
  readonly results: readonly OwnResultRelease[];
  /** Whether people have read everything that is to be read. */
  readonly read: boolean;
}

export async function loadStatus(deps: Deps, kind: Standstill, invitation: Invitation): Promise<Status> {
  const { applicant, attempt, requisition, organisation } = invitation;
  const about = { ...applicant, applicantId: applicant.id };
  const [wishes, lookAgains, read, outcome, results] = await Promise.all([
    deps.stores.applicants.findWishes(applicant),
    deps.stores.lookAgains.listOf(about),
    isRead(deps, invitation),
    findOutcome(deps, invitation),
    deps.stores.ownResults.listOf(about),
  ]);
  const offer = offerLookAgain({
    earlier: lookAgains,
    handedIn: (attempt?.receipt ?? null) !== null,
    withdrawn: applicant.stage === 'withdrawn',
    roleState: requisition.state,
    answerWithinDays: organisation.answerWithinDays,
  });
  return { kind, invitation, wishes, lookAgains, offer, read, outcome, results };
}

/** Only while it holds: whoever was moved on since waits again. */
async function findOutcome({ stores }: Deps, { applicant }: Invitation): Promise<Status['outcome']> {
  if (!closes(applicant.stage)) return null;
  const { decisions } = await stores.applicants.findDecisions(applicant);
  const { message = null, at = null } = decisions.at(-1) ?? {};
  return message === null || at === null ? null : { message, at };
}

/** By the row of the version that counts, which says nothing about figures here. */
async function isRead({ stores }: Deps, { applicant, requisition }: Invitation): Promise<boolean> {
  const { organisationId, requisitionId, id, intakeId } = applicant;
  const intake = requisition.intakes.find((one) => one.id === intakeId);
  if (intake === undefined) return false;
  const standing = await stores.standings.find(organisationId, requisitionId, id, intake.rubricVersionId);
  return standing?.evidence.kind === 'complete' || standing?.evidence.kind === 'part-missing';
}
