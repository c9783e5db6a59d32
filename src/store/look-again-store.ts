import type { InferSchemaType } from 'mongoose';
import type { LookAgain, LookAgainAnswer } from '../core/applicant/look-again.ts';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { ApplicantId, LookAgainId, OrganisationId, RequisitionId } from '../core/kernel/ids.ts';
import { isDuplicateKey, Schema, strictSchema, type Connection } from './connection.ts';
import { outboxFields, pushEvents, relaySource, withEvents } from './outbox.ts';

const schema = strictSchema({
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  applicantId: { type: String, required: true },
  number: { type: Number, required: true },
  reason: { type: String, required: true },
  askedAt: { type: Date, required: true },
  dueAt: { type: Date, required: true },
  /** Present while nobody has answered. */
  waits: { type: Boolean },
  answer: { type: Schema.Types.Mixed, default: null },
  ...outboxFields,
});
schema.index({ organisationId: 1, requisitionId: 1, applicantId: 1, number: 1 }, { unique: true });
schema.index({ organisationId: 1, dueAt: 1 }, { partialFilterExpression: { waits: { $exists: true } } });
schema.index({ relayAt: 1 }, { sparse: true });

type Row = InferSchemaType<typeof schema>;
type Applicant = Pick<LookAgain, 'organisationId' | 'requisitionId' | 'applicantId'>;

const toLookAgain = (row: Row): LookAgain => ({
  id: row._id as LookAgainId,
  organisationId: row.organisationId as OrganisationId,
  requisitionId: row.requisitionId as RequisitionId,
  applicantId: row.applicantId as ApplicantId,
  number: row.number,
  reason: row.reason,
  askedAt: row.askedAt,
  dueAt: row.dueAt,
  answer: (row.answer ?? null) as LookAgainAnswer | null,
});

/** Requests of candidates to look again. The unique number lets one be asked only after the one before. */
export function createLookAgainStore(connection: Connection) {
  const requests = connection.model('lookAgains', schema, 'lookAgains');

  async function list(filter: object, sort: Record<string, 1>, limit: number): Promise<LookAgain[]> {
    const rows = await requests.find(filter).sort(sort).limit(limit).lean<Row[]>();
    return rows.map(toLookAgain);
  }

  return {
    relaySource: relaySource('lookAgains', requests as never),

    /** False where the same number was asked before, by a second click or another tab. */
    async insert({ id, ...fields }: LookAgain, events: readonly DomainEvent[]): Promise<boolean> {
      try {
        await requests.insertOne({ _id: id, ...fields, waits: true, ...withEvents(events) } as never);
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    async find(organisationId: OrganisationId, id: LookAgainId): Promise<LookAgain | null> {
      const row = await requests.findOne({ _id: id, organisationId }).lean<Row>();
      return row === null ? null : toLookAgain(row);
    },

    listOf({ organisationId, requisitionId, applicantId }: Applicant): Promise<LookAgain[]> {
      return list({ organisationId, requisitionId, applicantId }, { number: 1 }, 100);
    },

    /** Those that wait for an answer, the one that is due first first. */
    listWaiting(organisationId: OrganisationId, limit: number): Promise<LookAgain[]> {
      return list({ organisationId, waits: true }, { dueAt: 1 }, limit);
    },

    /** False where somebody has answered already, or the candidate was erased. */
    async answer(seen: LookAgain, answer: LookAgainAnswer, events: readonly DomainEvent[]): Promise<boolean> {
      const { organisationId, requisitionId, id } = seen;
      const { $push, relayAt } = pushEvents(events);
      const result = await requests.updateOne(
        { organisationId, requisitionId, _id: id, waits: true },
        { $set: { answer, relayAt }, $unset: { waits: 1 }, $push },
      );
      return result.matchedCount === 1;
    },
  };
}
