import type { Attempt, PartClock, StoredResponse } from '../../../src/core/attempt/attempt.ts';
import { beginAttempt, type Beginning } from '../../../src/core/attempt/begin-attempt.ts';
import type {
  ApplicantId,
  AttemptId,
  FormVersionId,
  OrganisationId,
  RequisitionId,
  SectionId,
} from '../../../src/core/kernel/ids.ts';
import { aForm, JUDGMENT } from '../form/a-form.ts';

export const BEGAN = new Date('2026-03-02T09:00:00.000Z');
export const MINUTE = 60_000;

/** What Begin is given. */
export function aBeginning(given: Partial<Beginning> = {}): Beginning {
  return {
    id: 'attempt-1' as AttemptId,
    organisationId: 'organisation-1' as OrganisationId,
    requisitionId: 'requisition-1' as RequisitionId,
    applicantId: 'applicant-1' as ApplicantId,
    attemptNumber: 1,
    formVersionId: 'form-1' as FormVersionId,
    form: aForm(),
    timeMode: { kind: 'timed', noLimitAllowed: true },
    noticeVersion: '1',
    binding: 'binding-1',
    now: BEGAN,
    ...given,
  };
}

/** An attempt that has just begun, changed as told. */
export function anAttempt(given: Partial<Attempt> = {}): Attempt {
  return { ...beginAttempt(aBeginning()), ...given };
}

/** An attempt whose first part runs for thirty minutes from Begin. */
export function aRunningAttempt(given: Partial<Attempt> = {}, clock: Partial<PartClock> = {}): Attempt {
  return withPart(anAttempt(given), JUDGMENT, {
    state: 'running',
    startedAt: BEGAN,
    deadlineMs: BEGAN.getTime() + 30 * MINUTE,
    ...clock,
  });
}

/** The attempt with one part's clock changed. */
export function withPart(attempt: Attempt, id: SectionId, clock: Partial<PartClock>): Attempt {
  const part = attempt.parts[id];
  if (part === undefined) throw new Error(`no part ${id}`);
  return { ...attempt, parts: { ...attempt.parts, [id]: { ...part, ...clock } } };
}

/** A stored response of the first writer. */
export function aStored(given: Partial<StoredResponse> = {}): StoredResponse {
  return {
    epoch: 1,
    seq: 1,
    value: { kind: 'rate-options', ratings: {} },
    hash: 'hash-1',
    savedAt: BEGAN,
    lateByMs: 0,
    ...given,
  };
}
