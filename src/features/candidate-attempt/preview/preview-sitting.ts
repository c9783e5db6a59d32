import type { Attempt } from '../../../core/attempt/attempt.ts';
import { beginAttempt } from '../../../core/attempt/begin-attempt.ts';
import type { ApplicantId, AttemptId, FormVersionId, RequisitionId } from '../../../core/kernel/ids.ts';
import { NOTICE_VERSION } from '../notice.ts';
import type { ShownInvitation } from '../find-invitation.ts';
import type { Sitting } from '../load-sitting.ts';
import { previewAddresses } from './preview-addresses.ts';

/** What is looked at, and the address under which its pages are. */
export interface Preview {
  readonly root: string;
  /** The page that it was opened from. */
  readonly leave: string;
  readonly invitation: ShownInvitation;
  readonly now: Date;
}

/** A sitting that exists in memory only: no part runs, so no clock does. */
export function previewSitting(
  { root, invitation, now }: Preview,
  over: Partial<Pick<Attempt, 'responses' | 'state'>> = {},
): Sitting {
  const { requisition, organisation, form } = invitation;
  const attempt = beginAttempt({
    id: 'preview' as AttemptId,
    organisationId: organisation.id,
    requisitionId: 'preview' as RequisitionId,
    applicantId: 'preview' as ApplicantId,
    attemptNumber: 1,
    formVersionId: 'preview' as FormVersionId,
    form,
    timeMode: requisition.timeMode,
    noticeVersion: NOTICE_VERSION,
    binding: '',
    now,
  });
  return {
    attempt: { ...attempt, ...over },
    form,
    organisation,
    roleTitle: requisition.title,
    simulated: requisition.simulated,
    now,
    writer: attempt.epoch,
    writes: true,
    to: previewAddresses(root),
  };
}
