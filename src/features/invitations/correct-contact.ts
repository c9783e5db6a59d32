import { linkExpiry } from '../../core/applicant/link-expiry.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { emailKey } from '../../store/person-store.ts';
import type { Contact } from './requests.ts';
import { invitationEvent } from './invitation-event.ts';

type Corrected = 'corrected' | 'link-renewed' | 'changed-meanwhile' | 'address-invited' | 'not-found';

/** With another address the link is renewed as well: whoever got the old one may not be the person who is meant. */
export async function correctContact(
  deps: Deps,
  actor: Actor,
  requisition: Requisition,
  invitationId: string,
  typed: Contact,
): Promise<Corrected> {
  const { applicants } = deps.stores;
  const { organisationId, id } = requisition;
  const invitation = await applicants.findInvitation(organisationId, id, invitationId);
  if (invitation === null) return 'not-found';
  const now = deps.clock();
  const renewLink = emailKey(typed.email) !== emailKey(invitation.email);
  const type = renewLink ? 'applicant-address-corrected' : 'applicant-contact-corrected';
  const event = invitationEvent(type, actor, requisition, invitation, now);
  const linkExpiresAt = renewLink ? renewedExpiry(invitation.linkExpiresAt, now) : invitation.linkExpiresAt;
  const correction = { ...typed, renewLink, linkExpiresAt };
  const place = { organisationId, requisitionId: id, invitationId };
  const outcome = await applicants.correctContact(place, correction, [event]);
  if (outcome !== 'changed') return outcome;
  void deps.relay.soon();
  return renewLink ? 'link-renewed' : 'corrected';
}

/** A link that ended stays ended; one that works is not cut short. */
function renewedExpiry(present: Date, now: Date): Date {
  const usual = linkExpiry(now);
  return present <= now || present > usual ? present : usual;
}
