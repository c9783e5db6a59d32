import type { InferSchemaType } from 'mongoose';
import type {
  ApplicantId,
  AttemptId,
  ItemId,
  OrganisationId,
  PersonId,
  RatingTaskId,
  RequisitionId,
} from '../core/kernel/ids.ts';
import type { Judgement } from '../core/rating/rating-task.ts';
import { isDuplicateKey, Schema, strictSchema, type Connection } from './connection.ts';
import { insertMany } from './insert-many.ts';

const schema = strictSchema({
  /** `taskId:slot`: a slot is handed in once. */
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  applicantId: { type: String, required: true },
  attemptId: { type: String, required: true },
  itemId: { type: String, required: true },
  anchorHash: { type: String, required: true },
  taskId: { type: String, required: true },
  slot: { type: Number, required: true },
  raterId: { type: String, required: true },
  judgement: { type: Schema.Types.Mixed, required: true },
  handedInAt: { type: Date, required: true },
});
schema.index({ organisationId: 1, requisitionId: 1, taskId: 1, slot: 1 }, { unique: true });
schema.index({ organisationId: 1, requisitionId: 1, applicantId: 1 });
schema.index({ organisationId: 1, requisitionId: 1, handedInAt: 1 });

type Row = InferSchemaType<typeof schema>;

/** What one rater said, as it was handed in. */
export interface Rating {
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly applicantId: ApplicantId;
  readonly attemptId: AttemptId;
  readonly itemId: ItemId;
  readonly anchorHash: string;
  readonly taskId: RatingTaskId;
  readonly slot: number;
  readonly raterId: PersonId;
  readonly judgement: Judgement;
  readonly handedInAt: Date;
}

const toDocument = (rating: Rating) => ({ _id: `${rating.taskId}:${rating.slot}`, ...rating });

/** Append-only copies of handed-in slots: whatever happens to a task later, what was said stays. */
export function createRatingStore(connection: Connection) {
  const ratings = connection.model('ratings', schema, 'ratings');

  return {
    /** Handing the same slot in twice leaves one copy, the first. */
    async insert(rating: Rating): Promise<void> {
      try {
        await ratings.insertOne(toDocument(rating));
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },

    insertMany: (many: readonly Rating[]) => insertMany(ratings as never, many.map(toDocument)),

    async listOfTask(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      taskId: RatingTaskId,
    ): Promise<Rating[]> {
      const rows = await ratings
        .find({ organisationId, requisitionId, taskId })
        .sort({ slot: 1 })
        .limit(8)
        .lean<Row[]>();
      return rows.map(({ _id, ...fields }) => ({ ...fields }) as unknown as Rating);
    },
  };
}
