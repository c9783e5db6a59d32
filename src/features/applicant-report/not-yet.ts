import type { ApplicantId } from '../../core/kernel/ids.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { RefusedReply } from '../../http/reply.ts';

/** Instead of a page about somebody whose standing is being rebuilt. */
export const notYet = ({ id }: Requisition, applicantId: ApplicantId): RefusedReply => ({
  kind: 'refused',
  status: 409,
  heading: 'This applicant is just being brought up to date',
  text: 'This takes a few seconds. Go back and try again.',
  actions: [{ label: 'Try again', href: `/requisitions/${id}/applicants/${applicantId}` }],
});
