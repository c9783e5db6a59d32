import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { invitationEvent } from './invitation-event.ts';
import { findInvited } from './list-invitations.ts';

export const MOST_DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;

type Extended =
  'extended' | 'not-found' | 'begun' | 'withdrawn' | 'not-open' | 'past' | 'too-far' | 'no-later';

/** Lets somebody who has not begun do so until the end of that day. A started assessment has its own end. */
export async function extendLink(
  deps: Deps,
  actor: Actor,
  requisition: Requisition,
  invitationId: string,
  until: string,
): Promise<Extended> {
  const { applicants } = deps.stores;
  const { organisationId, id } = requisition;
  const now = deps.clock();
  const end = endOfDay(until);
  if (end <= now) return 'past';
  if (end > latestEnd(now)) return 'too-far';
  if (requisition.state !== 'open') return 'not-open';
  const found = await findInvited(deps, requisition, invitationId);
  if (found === null) return 'not-found';
  const { invitation, line } = found;
  if (line.state === 'withdrawn') return 'withdrawn';
  if (line.state === 'started' || line.state === 'finished') return 'begun';
  const event = invitationEvent('invitation-link-extended', actor, requisition, invitation, now);
  const extended = await applicants.extendLink({ organisationId, requisitionId: id, invitationId }, end, [
    event,
  ]);
  if (!extended) return 'no-later';
  void deps.relay.soon();
  return 'extended';
}

const endOfDay = (day: string): Date => new Date(`${day}T23:59:59.999Z`);

/** The end of the last day that may be chosen. */
export const latestEnd = (now: Date): Date =>
  endOfDay(new Date(now.getTime() + MOST_DAYS * DAY_MS).toISOString().slice(0, 10));
