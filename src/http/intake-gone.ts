import type { Requisition } from '../core/requisition/requisition.ts';
import type { RefusedReply } from './reply.ts';

/** An address that names an intake which the role does not have. Showing another one instead would be a wrong figure. */
export function intakeGone(
  { id, intakes }: Pick<Requisition, 'id' | 'intakes'>,
  asked: string | undefined,
): RefusedReply | null {
  if (asked === undefined || intakes.some((intake) => intake.id === asked)) return null;
  return {
    kind: 'refused',
    status: 404,
    heading: 'This intake is not here',
    text: 'The address names an intake that this role does not have. It may be mistyped.',
    actions: [{ label: 'Show the running intake', href: `/requisitions/${id}/applicants` }],
  };
}
