import type { Form } from '../form/form.ts';
import type {
  ApplicantId,
  AttemptId,
  FormVersionId,
  OrganisationId,
  RequisitionId,
  SectionId,
} from '../kernel/ids.ts';
import type { TimeMode } from '../requisition/requisition.ts';
import type { Attempt, PartClock } from './attempt.ts';
import { ATTEMPT_MS } from './time-limits.ts';

export interface Beginning {
  readonly id: AttemptId;
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly applicantId: ApplicantId;
  readonly attemptNumber: number;
  readonly formVersionId: FormVersionId;
  readonly form: Form;
  readonly timeMode: TimeMode;
  readonly noticeVersion: string;
  /** Hash of the cookie of the device it begins on. */
  readonly binding: string;
  readonly now: Date;
}

const WAITING: PartClock = {
  state: 'waiting',
  startedAt: null,
  deadlineMs: null,
  creditMs: 0,
  credits: [],
  closedAt: null,
  closedBy: null,
};

/** A new attempt: the form is pinned, every part waits for its own Start, and the end of it all is known. */
export function beginAttempt(beginning: Beginning): Attempt {
  const { form, timeMode, binding, now, ...identity } = beginning;
  const parts: Record<SectionId, PartClock> = {};
  for (const section of form.sections) parts[section.id] = WAITING;
  return {
    ...identity,
    state: 'open',
    epoch: 1,
    bindings: [binding],
    timed: timeMode.kind === 'timed',
    noLimitAllowed: timeMode.kind === 'usual' || timeMode.noLimitAllowed,
    timeChoice: 'usual',
    noticeReadAt: now,
    assistanceAcknowledgedAt: now,
    beganAt: now,
    endsBy: new Date(now.getTime() + ATTEMPT_MS),
    finishedAt: null,
    parts,
    responses: {},
    reminders: [],
    receipt: null,
    lastBeat: null,
    rev: 1,
  };
}
