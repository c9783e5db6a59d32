import type { InferSchemaType } from 'mongoose';
import type { OrganisationId, RequisitionId } from '../core/kernel/ids.ts';
import type { SampleRating } from '../core/rubric/rubric-sample.ts';
import { Schema, strictSchema, type Connection } from './connection.ts';

const schema = strictSchema({
  /** `anchorHash:by:taskId`: rating a response again replaces what the same person said before. */
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  applicantId: { type: String, required: true },
  taskId: { type: String, required: true },
  anchorHash: { type: String, required: true },
  by: { type: String, required: true },
  levels: { type: Schema.Types.Mixed, required: true },
  at: { type: Date, required: true },
});
schema.index({ organisationId: 1, requisitionId: 1, anchorHash: 1 });
schema.index({ organisationId: 1, requisitionId: 1, applicantId: 1 });

type Row = InferSchemaType<typeof schema>;

/** Ten each of a few people who change one rubric. */
const MOST = 200;

/** What people who change anchors would give settled responses under their draft. */
export function createRubricSampleStore(connection: Connection) {
  const samples = connection.model('rubricSamples', schema, 'rubricSamples');

  return {
    async keep(rating: SampleRating): Promise<void> {
      const { organisationId, requisitionId, anchorHash, by, taskId } = rating;
      const _id = `${anchorHash}:${by}:${taskId}`;
      await samples.updateOne({ _id, organisationId, requisitionId }, { $set: rating }, { upsert: true });
    },

    /** Everybody's under these anchors, the oldest first. */
    async list(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      anchorHash: string,
    ): Promise<SampleRating[]> {
      const rows = await samples
        .find({ organisationId, requisitionId, anchorHash })
        .sort({ at: 1 })
        .limit(MOST)
        .lean<Row[]>();
      return rows.map(({ _id, ...fields }) => fields as unknown as SampleRating);
    },
  };
}
