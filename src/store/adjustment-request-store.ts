import type { InferSchemaType } from 'mongoose';
import type { AdjustmentRequest, RequestChanges } from '../core/adjustment/adjustment-request.ts';
import { WANTS } from '../core/adjustment/adjustment-request.ts';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { AdjustmentRequestId, OrganisationId } from '../core/kernel/ids.ts';
import { isDuplicateKey, Schema, strictSchema, type Connection } from './connection.ts';
import { outboxFields, pushEvents, relaySource, withEvents } from './outbox.ts';

const Mixed = Schema.Types.Mixed;
const STATES = ['open', 'granted', 'answered', 'declined'] as const;

const schema = strictSchema({
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  applicantId: { type: String, required: true },
  label: { type: String, required: true },
  origin: { type: String, enum: ['candidate', 'staff', 'rating'] as const, required: true },
  taskId: { type: String, default: null },
  wants: { type: [String], enum: [...WANTS], required: true },
  text: { type: String, default: '' },
  state: { type: String, enum: STATES, required: true },
  askedAt: { type: Date, required: true },
  dueAt: { type: Date, required: true },
  answer: { type: Mixed, default: null },
  grants: { type: [Mixed], required: true },
  log: { type: [Mixed], required: true },
  rev: { type: Number, required: true },
  ...outboxFields,
});
schema.index({ organisationId: 1, state: 1, dueAt: 1 });
schema.index({ organisationId: 1, askedAt: -1 });
schema.index({ organisationId: 1, requisitionId: 1, applicantId: 1, askedAt: -1 });
schema.index({ relayAt: 1 }, { sparse: true });

type Row = InferSchemaType<typeof schema>;
type About = Pick<AdjustmentRequest, 'organisationId' | 'requisitionId' | 'applicantId'>;

function toRequest({ _id, outbox: _outbox, relayAt: _relayAt, ...fields }: Row): AdjustmentRequest {
  return { id: _id, ...fields } as unknown as AdjustmentRequest;
}

/** A room of its own: nothing but the capability that handles adjustments reads it. */
export function createAdjustmentRequestStore(connection: Connection) {
  const requests = connection.model('adjustmentRequests', schema, 'adjustmentRequests');

  async function list(filter: object, sort: Record<string, 1 | -1>, limit: number) {
    const rows = await requests.find(filter, { outbox: 0 }).sort(sort).limit(limit).lean<Row[]>();
    return rows.map(toRequest);
  }

  return {
    relaySource: relaySource('adjustmentRequests', requests as never),

    /** The id comes with the form, so that a form that was sent twice is one request. */
    async insert(
      { id, ...fields }: AdjustmentRequest,
      events: readonly DomainEvent[],
    ): Promise<'inserted' | 'asked-before'> {
      try {
        await requests.insertOne({ _id: id, ...fields, ...withEvents(events) } as never);
        return 'inserted';
      } catch (error) {
        if (isDuplicateKey(error)) return 'asked-before';
        throw error;
      }
    },

    async find(organisationId: OrganisationId, id: AdjustmentRequestId): Promise<AdjustmentRequest | null> {
      const row = await requests.findOne({ _id: id, organisationId }, { outbox: 0 }).lean<Row>();
      return row === null ? null : toRequest(row);
    },

    /** Those that wait for an answer, the one that is due first before the others. */
    listOpen: (organisationId: OrganisationId, limit: number) =>
      list({ organisationId, state: 'open' }, { dueAt: 1 }, limit),

    /** The newest whatever their state. */
    listNewest: (organisationId: OrganisationId, limit: number) =>
      list({ organisationId }, { askedAt: -1 }, limit),

    /** All of one applicant, the newest first. */
    listOf: ({ organisationId, requisitionId, applicantId }: About, limit: number) =>
      list({ organisationId, requisitionId, applicantId }, { askedAt: -1 }, limit),

    countOpen: (organisationId: OrganisationId): Promise<number> =>
      requests.countDocuments({ organisationId, state: 'open' }),

    /** Changes what was read if nobody else has; null where somebody was faster or it was erased. */
    async change(
      seen: AdjustmentRequest,
      changes: RequestChanges,
      events: readonly DomainEvent[],
    ): Promise<AdjustmentRequest | null> {
      const { organisationId, requisitionId, id, rev } = seen;
      const { $push, relayAt } = pushEvents(events);
      const told = events.length > 0;
      const row = await requests
        .findOneAndUpdate(
          { organisationId, requisitionId, _id: id, rev },
          { $set: told ? { ...changes, relayAt } : changes, $inc: { rev: 1 }, ...(told ? { $push } : {}) },
          { returnDocument: 'after', projection: { outbox: 0 } },
        )
        .lean<Row>();
      return row === null ? null : toRequest(row);
    },
  };
}
