import type { Requisition } from '../../core/requisition/requisition.ts';
import type { InvitationLine } from './list-invitations.ts';

type Line = Pick<InvitationLine, 'state' | 'mail'>;
type Role = Pick<Requisition, 'state'>;

const isOnItsWay = ({ mail }: Line): boolean =>
  mail?.state === 'sending' || (mail?.state === 'waiting' && mail.failure === null);

/** Somebody who may still begin, or has begun and not finished; not while another mail to them is on its way. */
export function mayRemind(requisition: Role, line: Line): boolean {
  if (isOnItsWay(line)) return false;
  return line.state === 'started' ? requisition.state !== 'archived' : maySendAgain(requisition, line);
}

/** Somebody who has not begun and whose link works. */
export const maySendAgain = (requisition: Role, line: Line): boolean =>
  requisition.state === 'open' && line.state === 'invited' && !isOnItsWay(line);
