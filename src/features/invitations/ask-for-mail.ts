import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import type { Invitation } from '../../store/applicant-model.ts';
import { invitationEvent } from './invitation-event.ts';
import { findInvited, type InvitationLine } from './list-invitations.ts';
import { mailMode } from './mail-mode.ts';
import { mayRemind, maySendAgain } from './may-mail.ts';

/** One reminder a day, whoever asks for it. */
export const REMINDER_PAUSE_MS = 24 * 60 * 60 * 1000;
const MOST_AT_ONCE = 200;

export type Asked = 'asked' | 'not-found' | 'no-mail' | 'not-now' | 'reminded-lately';

/** Asks for the invitation once more; the relay queues the mail. */
export async function askForInvitation(
  deps: Deps,
  actor: Actor,
  requisition: Requisition,
  invitationId: string,
): Promise<Asked> {
  const found = await findToMail(deps, requisition, invitationId, maySendAgain);
  if (typeof found === 'string') return found;
  if (!(await sendAgain(deps, actor, requisition, found))) return 'not-found';
  void deps.relay.soon();
  return 'asked';
}

/** Asks for a reminder, at most once in a day. */
export async function askForReminder(
  deps: Deps,
  actor: Actor,
  requisition: Requisition,
  invitationId: string,
): Promise<Asked> {
  const found = await findToMail(deps, requisition, invitationId, mayRemind);
  if (typeof found === 'string') return found;
  const now = deps.clock();
  const times = { remindedAt: now, lastBefore: new Date(now.getTime() - REMINDER_PAUSE_MS) };
  const event = invitationEvent('applicant-reminded', actor, requisition, found, now);
  const noted = await deps.stores.applicants.noteReminder(placeOf(requisition, found), times, [event]);
  if (noted) void deps.relay.soon();
  return noted ? 'asked' : 'reminded-lately';
}

/** Somebody to whom a mail of this kind may go now, or why none may. */
async function findToMail(
  deps: Deps,
  requisition: Requisition,
  invitationId: string,
  may: (requisition: Requisition, line: InvitationLine) => boolean,
): Promise<Invitation | 'not-found' | 'no-mail' | 'not-now'> {
  const found = await findInvited(deps, requisition, invitationId);
  if (found === null) return 'not-found';
  if (mailMode(deps, requisition) !== 'on') return 'no-mail';
  return may(requisition, found.line) ? found.invitation : 'not-now';
}

/** Asks anew for every mail that failed for good, up to a number; returns for how many. */
export async function askForFailed(deps: Deps, actor: Actor, requisition: Requisition): Promise<number> {
  if (mailMode(deps, requisition) !== 'on') return 0;
  const { applicants, mailOutbox } = deps.stores;
  const { organisationId, id } = requisition;
  const failed = await mailOutbox.listFailed(organisationId, id, MOST_AT_ONCE);
  let asked = 0;
  for (const invitation of await applicants.listInvitationsOf(organisationId, id, failed))
    if (await sendAgain(deps, actor, requisition, invitation)) asked += 1;
  await deps.relay.soon();
  return asked;
}

function sendAgain(deps: Deps, actor: Actor, requisition: Requisition, invitation: Invitation) {
  const event = invitationEvent('invitation-sent-again', actor, requisition, invitation, deps.clock());
  return deps.stores.applicants.noteAsked(placeOf(requisition, invitation), [event]);
}

const placeOf = ({ organisationId, id }: Requisition, { invitationId }: Invitation) => ({
  organisationId,
  requisitionId: id,
  invitationId,
});
