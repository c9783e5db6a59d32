import type { Attempt, StoredResponse } from '../../../src/core/attempt/attempt.ts';
import type { ResponseValue } from '../../../src/core/item/response-value.ts';
import type {
  ApplicantId,
  AttemptId,
  FormVersionId,
  OrganisationId,
  RequisitionId,
} from '../../../src/core/kernel/ids.ts';

const began = new Date('2026-03-01T09:00:00Z');

type Parts = Partial<Omit<Attempt, 'responses'>> & {
  readonly responses?: Readonly<Record<string, ResponseValue>>;
};

/** An attempt that was handed in, with the given responses. */
export function attemptWith({ responses = {}, ...parts }: Parts): Attempt {
  const stored = Object.entries(responses).map(([id, value], index): [string, StoredResponse] => [
    id,
    { epoch: 1, seq: index + 1, value, hash: 'hash', savedAt: began, lateByMs: 0 },
  ]);
  return {
    id: 'attempt' as AttemptId,
    organisationId: 'organisation' as OrganisationId,
    requisitionId: 'requisition' as RequisitionId,
    applicantId: 'applicant' as ApplicantId,
    attemptNumber: 1,
    formVersionId: 'form-version' as FormVersionId,
    state: 'submitted',
    epoch: 1,
    bindings: [],
    timed: false,
    timeChoice: 'usual',
    noLimitAllowed: true,
    lastBeat: null,
    noticeVersion: '1',
    noticeReadAt: began,
    assistanceAcknowledgedAt: began,
    beganAt: began,
    endsBy: new Date('2026-03-15T09:00:00Z'),
    finishedAt: parts.state === 'open' ? null : new Date('2026-03-01T10:00:00Z'),
    parts: {},
    responses: Object.fromEntries(stored),
    reminders: [],
    receipt: null,
    rev: 7,
    ...parts,
  };
}
