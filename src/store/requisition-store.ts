import type { InferSchemaType } from 'mongoose';
import { USUAL_GATE } from '../core/calibration/rater-gate.ts';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { FormVersionId, OrganisationId, PersonId, RequisitionId } from '../core/kernel/ids.ts';
import type { Requisition } from '../core/requisition/requisition.ts';
import { USUAL_RETENTION } from '../core/requisition/retention.ts';
import { Schema, strictSchema, type Connection } from './connection.ts';
import { outboxFields, pushEvents, relaySource, withEvents } from './outbox.ts';

const Mixed = Schema.Types.Mixed;
const schema = strictSchema({
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  title: { type: String, required: true },
  state: { type: String, enum: ['draft', 'open', 'closed', 'archived'], required: true },
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
  pastReleases: { type: [Mixed], default: undefined },
  retention: { type: Mixed },
  decisionBy: { type: Date },
  closedAt: { type: Date },
  eraseAt: { type: Date },
  eraseBegunAt: { type: Date },
  raterGate: { type: Mixed },
  createdAt: { type: Date, required: true },
  rev: { type: Number, required: true, default: 0 },
  ...outboxFields,
});
schema.index({ organisationId: 1, members: 1, createdAt: -1 });
schema.index({ organisationId: 1, createdAt: -1 });
schema.index({ eraseAt: 1 }, { sparse: true });
schema.index({ relayAt: 1 }, { sparse: true });

type Row = InferSchemaType<typeof schema>;

/** The parts of a requisition that change in its life. */
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
    | 'pastReleases'
    | 'retention'
    | 'decisionBy'
    | 'closedAt'
    | 'eraseAt'
    | 'eraseBegunAt'
    | 'raterGate'
  >
>;

/** For rows written before roles had all of this. */
const USUAL = {
  pastReleases: [],
  retention: USUAL_RETENTION,
  decisionBy: null,
  closedAt: null,
  eraseAt: null,
  eraseBegunAt: null,
  raterGate: USUAL_GATE,
};

function toRequisition(row: Row): Requisition {
  const { _id, outbox: _outbox, relayAt: _relayAt, ...fields } = row;
  const intakes = fields.intakes.map((intake) => ({ panelKey: null, ...(intake as object) }));
  return { id: _id, ...USUAL, ...fields, intakes } as unknown as Requisition;
}

export function createRequisitionStore(connection: Connection) {
  const requisitions = connection.model('requisitions', schema, 'requisitions');

  async function listNewest(filter: object, limit: number): Promise<Requisition[]> {
    const rows = await requisitions.find(filter).sort({ createdAt: -1 }).limit(limit).lean<Row[]>();
    return rows.map(toRequisition);
  }

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

    async findTitles(
      organisationId: OrganisationId,
      ids: readonly RequisitionId[],
    ): Promise<ReadonlyMap<RequisitionId, string>> {
      const rows = await requisitions
        .find({ _id: { $in: [...ids] }, organisationId }, { title: 1 })
        .lean<Pick<Row, '_id' | 'title'>[]>();
      return new Map(rows.map(({ _id, title }) => [_id as RequisitionId, title]));
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

    /** Archived ones are left out: nothing is to be done in them. */
    listForMember: (organisationId: OrganisationId, personId: PersonId) =>
      listNewest({ organisationId, members: personId, state: { $ne: 'archived' } }, 500),

    listArchivedForMember: (organisationId: OrganisationId, personId: PersonId) =>
      listNewest({ organisationId, members: personId, state: 'archived' }, 500),

    /** Those made before that moment, whoever is a member, for owners. */
    listOfOrganisation: (organisationId: OrganisationId, before: Date | null, limit: number) =>
      listNewest({ organisationId, ...(before === null ? {} : { createdAt: { $lt: before } }) }, limit),

    /** Those of one organisation with an intake that has this form, the newest first. */
    listWithForm: (organisationId: OrganisationId, formVersionId: FormVersionId) =>
      listNewest({ organisationId, 'intakes.formVersionId': formVersionId }, 2000),

    /** Requisitions of the whole installation whose applicants are to be erased by now, longest ago first. */
    async listToErase(now: Date, limit: number): Promise<Requisition[]> {
      const due = requisitions.find({ eraseAt: { $lte: now } }).sort({ eraseAt: 1, _id: 1 });
      return (await due.limit(limit).lean<Row[]>()).map(toRequisition);
    },

    /** Those of one organisation whose applicants will be erased before that moment, the next first. */
    async listErasedBefore(
      organisationId: OrganisationId,
      before: Date,
      limit: number,
    ): Promise<Requisition[]> {
      const soon = requisitions
        .find({ organisationId, eraseAt: { $lt: before } })
        .sort({ eraseAt: 1, _id: 1 });
      return (await soon.limit(limit).lean<Row[]>()).map(toRequisition);
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
