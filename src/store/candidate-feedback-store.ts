import type { InferSchemaType } from 'mongoose';
import type { FeedbackStep, ProcessFeedback } from '../core/feedback/process-feedback.ts';
import type { ApplicantId, OrganisationId, RequisitionId } from '../core/kernel/ids.ts';
import { isDuplicateKey, strictSchema, type Connection } from './connection.ts';

const schema = strictSchema({
  /** Random, so that an order by it tells nothing. */
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  /** Only for erasure and so that everybody speaks once; never read together with what was said. */
  applicantId: { type: String, required: true },
  fair: { type: Number, required: true },
  clear: { type: Number, required: true },
  text: { type: String },
  givenAt: { type: Date, required: true },
});
schema.index({ organisationId: 1, requisitionId: 1, applicantId: 1 }, { unique: true });
schema.index({ organisationId: 1, requisitionId: 1, givenAt: 1, _id: 1 });

type Row = InferSchemaType<typeof schema>;

interface Given extends ProcessFeedback {
  readonly id: string;
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly applicantId: ApplicantId;
  readonly givenAt: Date;
}

const MOST_TEXTS = 200;
const ORDER = { givenAt: 1, _id: 1 } as const;

/** What candidates say about the process. It is read back only for many people together. */
export function createCandidateFeedbackStore(connection: Connection) {
  const feedbacks = connection.model('candidateFeedback', schema, 'candidateFeedback');

  return {
    /** False where this person has said something before. */
    async insert({ id, ...fields }: Given): Promise<boolean> {
      try {
        await feedbacks.insertOne({ _id: id, ...fields });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    async isGiven(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      applicantId: ApplicantId,
    ): Promise<boolean> {
      return (await feedbacks.exists({ organisationId, requisitionId, applicantId })) !== null;
    },

    count: (organisationId: OrganisationId, requisitionId: RequisitionId): Promise<number> =>
      feedbacks.countDocuments({ organisationId, requisitionId }),

    /** How many of the first ones said what. */
    async countFirst(organisationId: OrganisationId, requisitionId: RequisitionId, first: number) {
      const rows = await feedbacks.aggregate<{
        _id: { fair: FeedbackStep; clear: FeedbackStep };
        count: number;
      }>([
        { $match: { organisationId, requisitionId } },
        { $sort: ORDER },
        { $limit: first },
        { $group: { _id: { fair: '$fair', clear: '$clear' }, count: { $sum: 1 } } },
      ]);
      return rows.map(({ _id, count }) => ({ ..._id, count }));
    },

    /** The words of the first ones, in an order that tells nothing. */
    async listFirstTexts(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      first: number,
    ): Promise<string[]> {
      const rows = await feedbacks.aggregate<Pick<Row, '_id' | 'text'>>([
        { $match: { organisationId, requisitionId } },
        { $sort: ORDER },
        { $limit: first },
        { $match: { text: { $type: 'string' } } },
        { $sort: { _id: 1 } },
        { $limit: MOST_TEXTS },
        { $project: { text: 1 } },
      ]);
      return rows.flatMap(({ text }) => text ?? []);
    },
  };
}
