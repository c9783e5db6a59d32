import { linkExpiry } from '../../core/applicant/link-expiry.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';

/** Makes every link shown before worthless; a renewed one works from now, a revoked one leaves none that works. */
export async function changeLink(
  deps: Deps,
  actor: Actor,
  requisition: Requisition,
  invitationId: string,
  to: 'renewed' | 'revoked',
): Promise<'changed' | 'not-found'> {
  const { organisationId, personId } = actor;
  const invitation = await deps.stores.applicants.findInvitation(
    organisationId,
    requisition.id,
    invitationId,
  );
  if (invitation === null) return 'not-found';
  const now = deps.clock();
  const event = staffEvent(personId, {
    type: `invitation-link-${to}`,
    at: now,
    organisationId,
    facts: { requisitionId: requisition.id, applicantId: invitation.applicantId },
  });
  const expiresAt = to === 'renewed' ? linkExpiry(now) : now;
  const changed = await deps.stores.applicants.renewLink(
    organisationId,
    requisition.id,
    invitationId,
    expiresAt,
    [event],
  );
  if (changed) void deps.relay.soon();
  return changed ? 'changed' : 'not-found';
}
