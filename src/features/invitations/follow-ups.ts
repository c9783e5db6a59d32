import type { DomainEvent } from '../../core/kernel/domain-event.ts';
import type { ApplicantId, RequisitionId } from '../../core/kernel/ids.ts';
import type { Deps } from '../../deps.ts';
import { systemEvent } from '../../ops/new-event.ts';
import type { FollowUp } from '../../ops/relay.ts';
import { REMINDER_PAUSE_MS } from './ask-for-mail.ts';

type FollowUpDeps = Pick<Deps, 'stores'>;

/** What the clock asks of invitations. Every follow-up may run twice. */
export function invitationFollowUps(deps: FollowUpDeps): Readonly<Record<string, readonly FollowUp[]>> {
  return { 'attempt-ends-soon': [(event) => remindByItself(deps, event)] };
}

/**
 * The reminder that nobody has to press. It counts as one of the day, so it is left out after another of the same day;
 * whoever withdrew and a simulation get none. Mail that is not wanted any more when it goes out is dropped there.
 */
async function remindByItself(
  { stores }: FollowUpDeps,
  { at, organisationId, facts }: DomainEvent,
): Promise<void> {
  const requisitionId = facts['requisitionId'] as RequisitionId;
  const applicantId = facts['applicantId'] as ApplicantId;
  const [requisition, [invitation]] = await Promise.all([
    stores.requisitions.find(organisationId, requisitionId),
    stores.applicants.listInvitationsOf(organisationId, requisitionId, [applicantId]),
  ]);
  if (requisition === null || requisition.simulated || requisition.state === 'archived') return;
  if (invitation?.withdrawnAt !== null) return;
  const { invitationId } = invitation;
  const lastBefore = new Date(at.getTime() - REMINDER_PAUSE_MS);
  const event = systemEvent({
    type: 'unfinished-applicant-reminded',
    at,
    organisationId,
    facts: { requisitionId, applicantId },
  });
  const place = { organisationId, requisitionId, invitationId };
  await stores.applicants.noteReminder(place, { remindedAt: at, lastBefore }, [event]);
}
