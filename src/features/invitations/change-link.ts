import { linkExpiry } from '../../core/applicant/link-expiry.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { invitationEvent } from './invitation-event.ts';

/** Makes every link shown before worthless; a renewed one works from now, a revoked one leaves none that works. */
export async function changeLink(
  deps: Deps,
  actor: Actor,
  requisition: Requisition,
  invitationId: string,
  to: 'renewed' | 'revoked',
): Promise<'changed' | 'not-found'> {
  const { organisationId, id: requisitionId } = requisition;
  const { applicants } = deps.stores;
  const invitation = await applicants.findInvitation(organisationId, requisitionId, invitationId);
  if (invitation === null) return 'not-found';
  const now = deps.clock();
  const event = invitationEvent(`invitation-link-${to}`, actor, requisition, invitation, now);
  const expiresAt = to === 'renewed' ? linkExpiry(now) : now;
  const changed = await applicants.renewLink({ organisationId, requisitionId, invitationId }, expiresAt, [
    event,
  ]);
  if (changed) void deps.relay.soon();
  return changed ? 'changed' : 'not-found';
}
