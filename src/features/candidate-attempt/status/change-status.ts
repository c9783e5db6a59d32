import { dueDate, type LookAgain } from '../../../core/applicant/look-again.ts';
import type { LookAgainId } from '../../../core/kernel/ids.ts';
import type { Deps } from '../../../deps.ts';
import { candidateEvent } from '../../../ops/new-event.ts';
import { newId } from '../../../ops/secrets.ts';
import type { Invitation } from '../find-invitation.ts';
import type { Status } from './load-status.ts';

/** What somebody did by their link, told with ids alone. */
function tell(
  { applicant }: Invitation,
  type: string,
  at: Date,
  facts: Readonly<Record<string, string>> = {},
) {
  const { organisationId, requisitionId, id: applicantId } = applicant;
  return candidateEvent({ type, at, organisationId, facts: { requisitionId, applicantId, ...facts } });
}

/** Withdraws for good; the relay stops the test and the rating. Doing it twice changes nothing. */
export async function withdraw(deps: Deps, invitation: Invitation, at: Date): Promise<void> {
  const event = tell(invitation, 'applicant-withdrew', at);
  if (await deps.stores.applicants.withdraw(invitation.applicant, at, [event])) await deps.relay.soon();
}

/** Asks the recruiters of the role for a link that works; asking twice is asking once. */
export async function askForLink(deps: Deps, invitation: Invitation, at: Date): Promise<void> {
  const event = tell(invitation, 'new-link-asked', at);
  if (await deps.stores.applicants.askForLink(invitation.applicant, at, [event])) void deps.relay.soon();
}

/** Asks a person to look again. False where that is not offered, or was asked in the same moment. */
export async function askToLookAgain(deps: Deps, status: Status, reason: string, at: Date): Promise<boolean> {
  const { invitation, offer } = status;
  if (offer.kind !== 'offered') return false;
  const { organisationId, requisitionId, id: applicantId } = invitation.applicant;
  const request: LookAgain = {
    id: newId<LookAgainId>(),
    organisationId,
    requisitionId,
    applicantId,
    number: offer.number,
    reason,
    askedAt: at,
    dueAt: dueDate(at, offer.answerWithinDays),
    answer: null,
  };
  const event = tell(invitation, 'look-again-asked', at, { requestId: request.id });
  const asked = await deps.stores.lookAgains.insert(request, [event]);
  if (asked) void deps.relay.soon();
  return asked;
}
