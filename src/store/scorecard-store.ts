import type { InferSchemaType } from 'mongoose';
import type { Scorecard, ScorecardEntry } from '../core/interview/scorecard.ts';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type {
  ApplicantId,
  OrganisationId,
  PersonId,
  RequisitionId,
  RubricVersionId,
} from '../core/kernel/ids.ts';
import { isDuplicateKey, Schema, strictSchema, type Connection } from './connection.ts';
import { outboxFields, pushEvents, relaySource } from './outbox.ts';

const schema = strictSchema({
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  applicantId: { type: String, required: true },
  personId: { type: String, required: true },
  rubricVersionId: { type: String, required: true },
  entries: { type: [Schema.Types.Mixed], required: true },
  handedInAt: { type: Date },
  readOthersAt: { type: Date },
  rev: { type: Number, required: true },
  ...outboxFields,
});
schema.index({ organisationId: 1, requisitionId: 1, applicantId: 1 });
schema.index({ relayAt: 1 }, { sparse: true });

type Row = InferSchemaType<typeof schema>;
type About = Pick<Scorecard, 'organisationId' | 'requisitionId' | 'applicantId' | 'personId'>;

const toScorecard = (row: Row): Scorecard => ({
  organisationId: row.organisationId as OrganisationId,
  requisitionId: row.requisitionId as RequisitionId,
  applicantId: row.applicantId as ApplicantId,
  personId: row.personId as PersonId,
  rubricVersionId: row.rubricVersionId as RubricVersionId,
  entries: row.entries as readonly ScorecardEntry[],
  handedInAt: row.handedInAt ?? null,
  readOthersAt: row.readOthersAt ?? null,
  rev: row.rev,
});

const filterOf = ({ organisationId, requisitionId, applicantId, personId }: About) => ({
  _id: `${applicantId}:${personId}`,
  organisationId,
  requisitionId,
});

/** One interviewer's scorecard of one applicant: a draft, then handed in and never changed. */
export function createScorecardStore(connection: Connection) {
  const scorecards = connection.model('scorecards', schema, 'scorecards');

  return {
    relaySource: relaySource('scorecards', scorecards as never),

    /** About these applicants, in no order. */
    async listOf(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      applicantIds: readonly ApplicantId[],
    ): Promise<Scorecard[]> {
      const filter = { organisationId, requisitionId, applicantId: { $in: [...applicantIds] } };
      return (await scorecards.find(filter).lean<Row[]>()).map(toScorecard);
    },

    /**
     * Keeps a draft, or hands it in where `handedInAt` says when. False where it was changed since it was read at that
     * revision, also where it has been handed in.
     */
    async save(scorecard: Scorecard, events: readonly DomainEvent[]): Promise<boolean> {
      const { applicantId, personId, rubricVersionId, entries, handedInAt, rev } = scorecard;
      const outbox = events.length === 0 ? null : pushEvents(events);
      const handIn = handedInAt === null ? {} : { handedInAt };
      const relay = outbox === null ? {} : { relayAt: outbox.relayAt };
      try {
        const result = await scorecards.updateOne(
          { ...filterOf(scorecard), rev, handedInAt: null },
          {
            $set: { entries: [...entries], rubricVersionId, ...handIn, ...relay },
            $inc: { rev: 1 },
            $setOnInsert: { applicantId, personId },
            ...(outbox === null ? {} : { $push: outbox.$push }),
          },
          { upsert: rev === 0 },
        );
        return result.matchedCount + result.upsertedCount === 1;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    /** Remembers that somebody read the others' before their own was in; the first time counts. */
    async noteRead(about: About & Pick<Scorecard, 'rubricVersionId'>, readOthersAt: Date): Promise<void> {
      const { applicantId, personId, rubricVersionId } = about;
      const draft = { applicantId, personId, rubricVersionId, entries: [], rev: 1 };
      try {
        await scorecards.updateOne(
          { ...filterOf(about), handedInAt: null, readOthersAt: null },
          { $set: { readOthersAt }, $setOnInsert: draft },
          { upsert: true },
        );
      } catch (error) {
        // Handed in meanwhile, or noted before.
        if (!isDuplicateKey(error)) throw error;
      }
    },
  };
}
