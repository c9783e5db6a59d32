import type { InferSchemaType } from 'mongoose';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { OrganisationId, PersonId, RequisitionId } from '../core/kernel/ids.ts';
import type { Requisition } from '../core/requisition/requisition.ts';
import { Schema, strictSchema, type Connection } from './connection.ts';
import { outboxFields, pushEvents, relaySource, withEvents } from './outbox.ts';

const Mixed = Schema.Types.Mixed;
const schema = strictSchema({
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  title: { type: String, required: true },
  state: { type: String, enum: ['draft', 'open', 'closed'], required: true },
  assessmentId: { type: String, required: true },
  assessmentTitle: { type: String, required: true },
  rubricId: { type: String, required: true },
  tasks: { type: [Mixed], required: true },
  confirmation: { type: Mixed, default: null },
  timeMode: { type: Mixed, required: true },
  ratingPolicy: { type: Mixed, required: true },
  members: { type: [String], required: true },
  revealAt: { type: String, enum: ['start', 'shortlist', 'decision'], required: true },
  intakes: { type: [Mixed], required: true },
  simulated: { type: Boolean, required: true },
  judgmentRelease: { type: Mixed, default: null },
  createdAt: { type: Date, required: true },
  rev: { type: Number, required: true, default: 0 },
  ...outboxFields,
});
schema.index({ organisationId: 1, members: 1, createdAt: -1 });
schema.index({ relayAt: 1 }, { sparse: true });

type Row = InferSchemaType<typeof schema>;

/** The parts of a requisition that its set-up changes. */
export type RequisitionChanges = Partial<
  Pick<
    Requisition,
    | 'title'
    | 'state'
    | 'tasks'
    | 'confirmation'
    | 'timeMode'
    | 'members'
    | 'revealAt'
    | 'intakes'
    | 'judgmentRelease'
  >
>;

function toRequisition(row: Row): Requisition {
  const { _id, outbox: _outbox, relayAt: _relayAt, ...fields } = row;
  return { id: _id, ...fields } as unknown as Requisition;
}

export function createRequisitionStore(connection: Connection) {
  const requisitions = connection.model('requisitions', schema, 'requisitions');

  return {
    relaySource: relaySource('requisitions', requisitions as never),

    async insert(requisition: Requisition, events: readonly DomainEvent[]): Promise<void> {
      const { id, ...fields } = requisition;
      await requisitions.insertOne({ _id: id, ...fields, ...withEvents(events) } as never);
    },

    async find(organisationId: OrganisationId, id: RequisitionId): Promise<Requisition | null> {
      const row = await requisitions.findOne({ _id: id, organisationId }).lean<Row>();
      return row === null ? null : toRequisition(row);
    },

    /** Requisitions of the whole installation in the order of their ids, for work that goes through all of them. */
    async listAfter(after: RequisitionId | null, limit: number): Promise<Requisition[]> {
      const rows = await requisitions
        .find(after === null ? {} : { _id: { $gt: after } })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<Row[]>();
      return rows.map(toRequisition);
    },

    async listForMember(organisationId: OrganisationId, personId: PersonId): Promise<Requisition[]> {
      const rows = await requisitions
        .find({ organisationId, members: personId })
        .sort({ createdAt: -1 })
        .limit(500)
        .lean<Row[]>();
      return rows.map(toRequisition);
    },

    /** Changes it if nobody else did since it was read. */
    async change(
      seen: Requisition,
      changes: RequisitionChanges,
      events: readonly DomainEvent[],
    ): Promise<'changed' | 'changed-meanwhile'> {
      const { $push, relayAt } = pushEvents(events);
      const result = await requisitions.updateOne(
        { _id: seen.id, organisationId: seen.organisationId, rev: seen.rev },
        { $set: { ...changes, relayAt }, $inc: { rev: 1 }, $push },
      );
      return result.matchedCount === 1 ? 'changed' : 'changed-meanwhile';
    },
  };
}
