import type { Applicant } from '../../../core/applicant/applicant.ts';
import type { BulkAction, BulkWish, LeftOut } from '../../../core/applicant/bulk-action.ts';
import type { Deps } from '../../../deps.ts';
import type { EventId } from '../../../core/kernel/ids.ts';
import { sha256 } from '../../../ops/secrets.ts';
import { staffEvent } from '../../../ops/new-event.ts';
import type { Invitation } from '../../../store/applicant-model.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
type Change = Extract<BulkWish, { kind: 'invite' | 'remind' | 'extend' | 'end-invitation' }>;
const TYPES = {
  invite: 'invitation-sent-again',
  remind: 'applicant-reminded',
  extend: 'invitation-link-extended',
  'end-invitation': 'invitation-link-revoked',
} as const;

/** Reminds one invited person, gives them longer or ends their link, by one conditional update. */
export async function changeInvitation(
  { stores }: Pick<Deps, 'stores'>,
  { id: actionId, personId, confirmedAt }: BulkAction,
  wish: Change,
  { organisationId, requisitionId, id: applicantId }: Applicant,
): Promise<'done' | LeftOut> {
  const [invitation] = await stores.applicants.listInvitationsOf(organisationId, requisitionId, [
    applicantId,
  ]);
  if (invitation === undefined) return 'gone';
  if (wasDone(wish, invitation, confirmedAt)) return 'done';
  const attempts = await stores.attempts.listStates(organisationId, requisitionId, [applicantId]);
  const why = inTheWay(wish, invitation, attempts.get(applicantId) ?? null, confirmedAt);
  if (why !== null) return why;
  const facts = { requisitionId, applicantId };
  const event = staffEvent(personId, { type: TYPES[wish.kind], at: confirmedAt, organisationId, facts });
  const place = { organisationId, requisitionId, invitationId: invitation.invitationId };
  switch (wish.kind) {
    case 'invite': {
      // The same event however often it is done, so that one mail goes out.
      const id = sha256(`${actionId} ${applicantId}`).slice(0, 22) as EventId;
      return (await stores.applicants.noteAsked(place, [{ ...event, id }])) ? 'done' : 'gone';
    }
    case 'remind': {
      const times = { remindedAt: confirmedAt, lastBefore: new Date(confirmedAt.getTime() - DAY_MS) };
      return (await stores.applicants.noteReminder(place, times, [event])) ? 'done' : 'reminded-lately';
    }
    case 'extend':
      return (await stores.applicants.extendLink(place, wish.until, [event])) ? 'done' : 'there-already';
    case 'end-invitation':
      return (await stores.applicants.renewLink(place, confirmedAt, [event])) ? 'done' : 'gone';
  }
}

/** By this very action, before something stopped it. */
function wasDone(wish: Change, { remindedAt, linkExpiresAt }: Invitation, confirmedAt: Date): boolean {
  if (wish.kind === 'remind') return remindedAt?.getTime() === confirmedAt.getTime();
  return wish.kind === 'end-invitation' && linkExpiresAt.getTime() === confirmedAt.getTime();
}

function inTheWay(
  wish: Change,
  { linkExpiresAt }: Invitation,
  attempt: string | null,
  now: Date,
): LeftOut | null {
  if (attempt === 'open') return wish.kind === 'remind' ? null : 'begun';
  if (attempt !== null) return 'finished';
  return wish.kind !== 'extend' && linkExpiresAt <= now ? 'link-ended' : null;
}
