import type { AdjustmentRequest, Grant } from '../../../src/core/adjustment/adjustment-request.ts';
import { newRequest } from '../../../src/core/adjustment/new-request.ts';
import type {
  AdjustmentRequestId,
  ApplicantId,
  OrganisationId,
  PersonId,
  RequisitionId,
} from '../../../src/core/kernel/ids.ts';
import { BEGAN, MINUTE } from '../attempt/an-attempt.ts';
import { JUDGMENT } from '../form/a-form.ts';

export const ADELA = 'adela' as PersonId;

export function aRequest(given: Partial<AdjustmentRequest> = {}): AdjustmentRequest {
  const request = newRequest({
    id: 'request-1' as AdjustmentRequestId,
    organisationId: 'organisation-1' as OrganisationId,
    requisitionId: 'requisition-1' as RequisitionId,
    applicantId: 'applicant-1' as ApplicantId,
    label: 'K7M2P',
    origin: 'candidate',
    taskId: null,
    wants: ['more-time'],
    text: '',
    askedAt: BEGAN,
    by: 'candidate',
  });
  return { ...request, ...given };
}

export const aGrant = (given: { id?: string; outcome?: Grant['outcome'] } = {}): Grant => ({
  kind: 'time',
  id: 'grant-1',
  sectionId: JUDGMENT,
  ms: 10 * MINUTE,
  by: ADELA,
  at: BEGAN,
  outcome: 'waiting',
  ...given,
});
