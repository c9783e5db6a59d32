import type { InferSchemaType } from 'mongoose';
import type {
  ApplicantId,
  OrganisationId,
  PersonId,
  RatingTaskId,
  RequisitionId,
} from '../core/kernel/ids.ts';
import { isDuplicateKey, strictSchema, type Connection } from './connection.ts';

const schema = strictSchema({
  /** `taskId:slot`, as the rating that counts no longer. */
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  applicantId: { type: String, required: true },
  taskId: { type: String, required: true },
  slot: { type: Number, required: true },
  raterId: { type: String, required: true },
  by: { type: String, required: true },
  reason: { type: String, required: true },
  at: { type: Date, required: true },
});
schema.index({ organisationId: 1, requisitionId: 1, taskId: 1, slot: 1 }, { unique: true });
schema.index({ organisationId: 1, requisitionId: 1, applicantId: 1 });

type Row = InferSchemaType<typeof schema>;

/** That a rating counts no longer, why, and who decided so; the rating itself stays as it was handed in. */
export interface RatingVoid {
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly applicantId: ApplicantId;
  readonly taskId: RatingTaskId;
  readonly slot: number;
  readonly raterId: PersonId;
  readonly by: PersonId;
  readonly reason: string;
  readonly at: Date;
}

/** Append-only, beside the ratings. */
export function createRatingVoidStore(connection: Connection) {
  const voids = connection.model('ratingVoids', schema, 'ratingVoids');

  return {
    /** A rating is voided once; the first entry stays. */
    async insert(entry: RatingVoid): Promise<void> {
      try {
        await voids.insertOne({ _id: `${entry.taskId}:${entry.slot}`, ...entry });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },

    async listOfTask(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      taskId: RatingTaskId,
    ): Promise<RatingVoid[]> {
      const rows = await voids
        .find({ organisationId, requisitionId, taskId })
        .sort({ slot: 1 })
        .limit(8)
        .lean<Row[]>();
      return rows.map(({ _id, ...fields }) => ({ ...fields }) as unknown as RatingVoid);
    },
  };
}
