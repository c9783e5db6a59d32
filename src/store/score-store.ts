import type { InferSchemaType } from 'mongoose';
import type {
  ApplicantId,
  AttemptId,
  FormVersionId,
  KeyVersionId,
  OrganisationId,
  RequisitionId,
} from '../core/kernel/ids.ts';
import type { JudgmentScore } from '../core/scoring/judgment-score.ts';
import { isDuplicateKey, Schema, strictSchema, type Connection } from './connection.ts';
import { insertMany } from './insert-many.ts';

const schema = strictSchema({
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  applicantId: { type: String, required: true },
  attemptId: { type: String, required: true },
  formVersionId: { type: String, required: true },
  keyVersionId: { type: String, required: true },
  engine: { type: String, required: true },
  evidenceHash: { type: String, required: true },
  result: { type: Schema.Types.Mixed, required: true },
  computedAt: { type: Date, required: true },
});
schema.index(
  {
    organisationId: 1,
    requisitionId: 1,
    attemptId: 1,
    formVersionId: 1,
    keyVersionId: 1,
    engine: 1,
    evidenceHash: 1,
  },
  { unique: true },
);
schema.index({ organisationId: 1, requisitionId: 1, applicantId: 1 });

type Row = InferSchemaType<typeof schema>;

/** What a Judgment score came from; the same sources never make two scores. */
export interface ScoreSources {
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly attemptId: AttemptId;
  readonly formVersionId: FormVersionId;
  readonly keyVersionId: KeyVersionId;
  /** Version of the scoring rules in the code. */
  readonly engine: string;
  /** Over the responses that were scored. */
  readonly evidenceHash: string;
}

export interface StoredScore extends ScoreSources {
  readonly id: string;
  readonly applicantId: ApplicantId;
  readonly result: JudgmentScore;
  readonly computedAt: Date;
}

const toDocument = ({ id, ...fields }: StoredScore) => ({ _id: id, ...fields });

/** Append-only: a computed score with the ids of everything it came from. */
export function createScoreStore(connection: Connection) {
  const scores = connection.model('scores', schema, 'scores');

  return {
    async insert(score: StoredScore): Promise<void> {
      try {
        await scores.insertOne(toDocument(score));
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },

    insertMany: (many: readonly StoredScore[]) => insertMany(scores as never, many.map(toDocument)),

    /** What each situation gave in the latest score of these attempts under one form and key. */
    async listItems(
      under: Pick<ScoreSources, 'organisationId' | 'requisitionId' | 'formVersionId' | 'keyVersionId'>,
      attemptIds: readonly AttemptId[],
    ): Promise<ReadonlyMap<AttemptId, JudgmentScore['items']>> {
      const { organisationId, requisitionId, formVersionId, keyVersionId } = under;
      const versions = { formVersionId, keyVersionId };
      const rows = await scores
        .find({ organisationId, requisitionId, attemptId: { $in: [...attemptIds] }, ...versions })
        .select({ attemptId: 1, 'result.items': 1 })
        .sort({ computedAt: 1 })
        .lean<Pick<Row, 'attemptId' | 'result'>[]>();
      return new Map(
        rows.map(({ attemptId, result }) => [attemptId as AttemptId, (result as JudgmentScore).items]),
      );
    },

    /** The score made from exactly these sources, or null while nobody has computed it. */
    async find(sources: ScoreSources): Promise<StoredScore | null> {
      const row = await scores.findOne({ ...sources }).lean<Row>();
      if (row === null) return null;
      const { _id, ...fields } = row;
      return { id: _id, ...fields } as unknown as StoredScore;
    },
  };
}
