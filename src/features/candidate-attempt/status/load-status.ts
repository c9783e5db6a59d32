import { offerLookAgain, type LookAgain, type OfferLookAgain } from '../../../core/applicant/look-again.ts';
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
  /** Whether people have read everything that is to be read. */
  readonly read: boolean;
}

export async function loadStatus(deps: Deps, kind: Standstill, invitation: Invitation): Promise<Status> {
  const { applicant, attempt, requisition, organisation } = invitation;
  const about = { ...applicant, applicantId: applicant.id };
  const [wishes, lookAgains, read] = await Promise.all([
    deps.stores.applicants.findWishes(applicant),
    deps.stores.lookAgains.listOf(about),
    isRead(deps, invitation),
  ]);
  const offer = offerLookAgain({
    earlier: lookAgains,
    handedIn: (attempt?.receipt ?? null) !== null,
    withdrawn: applicant.stage === 'withdrawn',
    roleState: requisition.state,
    answerWithinDays: organisation.answerWithinDays,
  });
  return { kind, invitation, wishes, lookAgains, offer, read };
}

/** By the row of the version that counts, which says nothing about figures here. */
async function isRead({ stores }: Deps, { applicant, requisition }: Invitation): Promise<boolean> {
  const { organisationId, requisitionId, id, intakeId } = applicant;
  const intake = requisition.intakes.find((one) => one.id === intakeId);
  if (intake === undefined) return false;
  const standing = await stores.standings.find(organisationId, requisitionId, id, intake.rubricVersionId);
  return standing?.evidence.kind === 'complete' || standing?.evidence.kind === 'part-missing';
}
