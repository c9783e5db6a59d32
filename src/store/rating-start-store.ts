import type { InferSchemaType } from 'mongoose';
import type { ApplicantId, AttemptId, OrganisationId, RequisitionId } from '../core/kernel/ids.ts';
import { strictSchema, type Connection } from './connection.ts';

const schema = strictSchema({
  /** The attempt's id: it begins to be rated once. */
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  applicantId: { type: String, required: true },
  dueAt: { type: Date, required: true },
});
schema.index({ dueAt: 1 });
schema.index({ organisationId: 1, requisitionId: 1, applicantId: 1 });

type Row = InferSchemaType<typeof schema>;

/** An attempt that ran out of time: its rating begins later, because a credit may still open it again. */
export interface RatingStart {
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly applicantId: ApplicantId;
  readonly attemptId: AttemptId;
  readonly dueAt: Date;
}

export function createRatingStartStore(connection: Connection) {
  const starts = connection.model('ratingStarts', schema, 'ratingStarts');

  return {
    /** Plans the start, or plans it anew after the attempt was opened again. */
    async plan({ attemptId, ...fields }: RatingStart): Promise<void> {
      await starts.updateOne({ _id: attemptId }, { $set: fields }, { upsert: true });
    },

    async listDue(now: Date, limit: number): Promise<RatingStart[]> {
      const rows = await starts
        .find({ dueAt: { $lte: now } })
        .sort({ dueAt: 1 })
        .limit(limit)
        .lean<Row[]>();
      return rows.map(({ _id, ...fields }) => ({ attemptId: _id, ...fields }) as unknown as RatingStart);
    },

    count: (organisationId: OrganisationId, requisitionId: RequisitionId): Promise<number> =>
      starts.countDocuments({ organisationId, requisitionId }),

    /** Takes everything off the plan that was planned for somebody. */
    async removeOf({
      organisationId,
      requisitionId,
      applicantId,
    }: Omit<RatingStart, 'attemptId' | 'dueAt'>): Promise<void> {
      await starts.deleteMany({ organisationId, requisitionId, applicantId });
    },

    /** Takes it off the plan unless it was planned anew meanwhile. */
    async done({ attemptId, dueAt }: RatingStart): Promise<void> {
      await starts.deleteOne({ _id: attemptId, dueAt });
    },
  };
}
