import type { Requisition } from '../../core/requisition/requisition.ts';
import type { InvitationLine } from './list-invitations.ts';

type Line = Pick<InvitationLine, 'state' | 'mail'>;
type Role = Pick<Requisition, 'state'>;

const isOnItsWay = ({ mail }: Line): boolean =>
  mail?.state === 'sending' || (mail?.state === 'waiting' && mail.failure === null);

/** Somebody who has the invitation and may still begin, or has begun and not finished; not while a mail is on its way. */
export function mayRemind(requisition: Role, line: Line): boolean {
  if (line.state === 'started') return requisition.state !== 'archived' && !isOnItsWay(line);
  return maySendAgain(requisition, line) && line.mail?.state !== 'failed';
}

/** Somebody who has not begun and whose link works. */
export const maySendAgain = (requisition: Role, line: Line): boolean =>
  requisition.state === 'open' && line.state === 'invited' && !isOnItsWay(line);
