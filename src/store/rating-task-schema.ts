import type { InferSchemaType } from 'mongoose';
import type { RatingTask, Slot } from '../core/rating/rating-task.ts';
import { Schema, strictSchema } from './connection.ts';
import { outboxFields } from './outbox.ts';

const Mixed = Schema.Types.Mixed;
const slotSchema = strictSchema({
  raterId: { type: String, default: null },
  state: { type: String, enum: ['free', 'held', 'handed-in'] as const, required: true },
  leaseUntil: { type: Date, default: null },
  draft: { type: Mixed, default: null },
  draftNumber: { type: Number },
  judgement: { type: Mixed, default: null },
  handedInAt: { type: Date, default: null },
  voided: { type: Mixed, default: null },
});
slotSchema.set('_id', false);

export const ratingTaskSchema = strictSchema({
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  applicantId: { type: String, required: true },
  attemptId: { type: String, required: true },
  itemId: { type: String, required: true },
  anchorHash: { type: String, required: true },
  criteria: { type: [String], required: true },
  slots: { type: [slotSchema], required: true },
  notRaterIds: { type: [String], required: true },
  state: {
    type: String,
    enum: ['unallocated', 'rating', 'third', 'lead', 'resolved'] as const,
    required: true,
  },
  resolution: { type: Mixed, default: null },
  rev: { type: Number, required: true },
  ...outboxFields,
});
const under = { organisationId: 1, requisitionId: 1 } as const;
ratingTaskSchema.index({ ...under, attemptId: 1, itemId: 1, anchorHash: 1 }, { unique: true });
ratingTaskSchema.index({ ...under, state: 1, _id: 1 });
ratingTaskSchema.index({ ...under, applicantId: 1 });
ratingTaskSchema.index({ ...under, anchorHash: 1, state: 1, _id: 1 });
/** Work that any rater of the organisation may take. */
ratingTaskSchema.index({ organisationId: 1, state: 1, 'slots.state': 1 });
ratingTaskSchema.index({ relayAt: 1 }, { sparse: true });

export type RatingTaskRow = InferSchemaType<typeof ratingTaskSchema>;

export function toRatingTask(row: RatingTaskRow): RatingTask {
  const { _id, outbox: _outbox, relayAt: _relayAt, slots, ...fields } = row;
  return { id: _id, ...fields, slots: slots.map(toSlot) } as unknown as RatingTask;
}

function toSlot(row: RatingTaskRow['slots'][number]): Slot {
  return {
    raterId: (row.raterId ?? null) as Slot['raterId'],
    state: row.state,
    leaseUntil: row.leaseUntil ?? null,
    draft: row.draft as Slot['draft'],
    ...(row.draftNumber ? { draftNumber: row.draftNumber } : {}),
    judgement: row.judgement as Slot['judgement'],
    handedInAt: row.handedInAt ?? null,
    voided: row.voided as Slot['voided'],
  };
}
