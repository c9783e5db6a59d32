import type { InferSchemaType } from 'mongoose';
import { TIME_CHOICES, type Attempt } from '../core/attempt/attempt.ts';
import { nextDueMs } from '../core/attempt/close-overdue.ts';
import { DEVICE_CLASSES, type DeviceClass } from '../core/attempt/device-class.ts';
import { reminderDueMs } from '../core/attempt/reminder-due.ts';
import { Schema, strictSchema } from './connection.ts';
import { outboxFields } from './outbox.ts';

const Mixed = Schema.Types.Mixed;

export const attemptSchema = strictSchema({
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  applicantId: { type: String, required: true },
  attemptNumber: { type: Number, required: true },
  formVersionId: { type: String, required: true },
  state: { type: String, enum: ['open', 'submitted', 'expired'] as const, required: true },
  epoch: { type: Number, required: true },
  bindings: { type: [String], required: true },
  /** What it began on. No attempt that is read has it: only figures about many people know of it. */
  deviceClass: { type: String, enum: [...DEVICE_CLASSES], default: null },
  timed: { type: Boolean, required: true },
  noLimitAllowed: { type: Boolean, required: true },
  timeChoice: { type: String, enum: [...TIME_CHOICES], required: true },
  noticeVersion: { type: String, required: true },
  noticeReadAt: { type: Date, required: true },
  assistanceAcknowledgedAt: { type: Date, default: null },
  beganAt: { type: Date, required: true },
  /** In ms, as the deadlines of the parts are, so that a credit can add to all of them in one update. */
  endsByMs: { type: Number, required: true },
  finishedAt: { type: Date, default: null },
  parts: { type: Map, of: Mixed, required: true },
  responses: { type: Map, of: Mixed, required: true },
  reminders: { type: [String], required: true },
  receipt: { type: Mixed, default: null },
  lastBeat: { type: Mixed, default: null },
  rev: { type: Number, required: true },
  /** When the clock has to look next; gone when the attempt is over. */
  dueMs: { type: Number },
  /** When the person is reminded that it is not finished; gone when they were, or when the attempt is over. */
  reminderDueMs: { type: Number },
  ...outboxFields,
});
attemptSchema.index(
  { organisationId: 1, requisitionId: 1, applicantId: 1, attemptNumber: 1 },
  { unique: true },
);
attemptSchema.index({ dueMs: 1 }, { sparse: true });
attemptSchema.index({ reminderDueMs: 1 }, { sparse: true });
attemptSchema.index({ relayAt: 1 }, { sparse: true });

export type AttemptRow = InferSchemaType<typeof attemptSchema>;

/** The document of a new attempt. */
export function toDocument(attempt: Attempt, deviceClass: DeviceClass | null) {
  const { id, endsBy, ...fields } = attempt;
  const dueMs = nextDueMs(attempt);
  return {
    _id: id,
    ...fields,
    deviceClass,
    endsByMs: endsBy.getTime(),
    ...(dueMs === null ? {} : { dueMs, reminderDueMs: reminderDueMs(attempt) }),
  };
}

/** The attempt as the rest of the product knows it, field by field. */
export function toAttempt(row: AttemptRow): Attempt {
  return {
    id: row._id,
    organisationId: row.organisationId,
    requisitionId: row.requisitionId,
    applicantId: row.applicantId,
    attemptNumber: row.attemptNumber,
    formVersionId: row.formVersionId,
    state: row.state,
    epoch: row.epoch,
    bindings: row.bindings,
    timed: row.timed,
    noLimitAllowed: row.noLimitAllowed,
    timeChoice: row.timeChoice,
    noticeVersion: row.noticeVersion,
    noticeReadAt: row.noticeReadAt,
    assistanceAcknowledgedAt: row.assistanceAcknowledgedAt ?? null,
    beganAt: row.beganAt,
    endsBy: new Date(row.endsByMs),
    finishedAt: row.finishedAt ?? null,
    parts: row.parts,
    responses: row.responses,
    reminders: row.reminders,
    receipt: row.receipt as Attempt['receipt'],
    lastBeat: row.lastBeat as Attempt['lastBeat'],
    rev: row.rev,
  } as unknown as Attempt;
}
