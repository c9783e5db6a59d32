import type { InferSchemaType } from 'mongoose';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { OrganisationId } from '../core/kernel/ids.ts';
import type { Requisition } from '../core/requisition/requisition.ts';
import type { Rubric } from '../core/rubric/rubric-draft.ts';
import { isDuplicateKey, Schema, strictSchema, type Connection } from './connection.ts';
import { outboxFields, pushEvents, relaySource } from './outbox.ts';

const Mixed = Schema.Types.Mixed;
const schema = strictSchema({
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  draft: { type: Mixed, default: null },
  publication: { type: Mixed, default: null },
  rev: { type: Number, required: true },
  ...outboxFields,
});
schema.index({ organisationId: 1, 'publication.state': 1 });
schema.index({ 'publication.state': 1, 'publication.dueAt': 1 });
schema.index({ relayAt: 1 }, { sparse: true });

type Row = InferSchemaType<typeof schema>;

export type RubricChanges = Partial<Pick<Rubric, 'draft' | 'publication'>>;

function toRubric(row: Row): Rubric {
  const { _id, outbox: _outbox, relayAt: _relayAt, ...fields } = row;
  return { id: _id, ...fields } as unknown as Rubric;
}

/** What is being written of each rubric: its one draft, and the change that waits for people. */
export function createRubricDraftStore(connection: Connection) {
  const rubrics = connection.model('rubrics', schema, 'rubrics');

  async function list(filter: object, limit: number): Promise<Rubric[]> {
    const rows = await rubrics.find(filter).sort({ _id: 1 }).limit(limit).lean<Row[]>();
    return rows.map(toRubric);
  }

  return {
    relaySource: relaySource('rubrics', rubrics as never),

    /** The rubric of a role; one that nobody has touched has neither draft nor change. */
    async get({
      organisationId,
      id: requisitionId,
      rubricId: id,
    }: Pick<Requisition, 'organisationId' | 'id' | 'rubricId'>): Promise<Rubric> {
      const row = await rubrics.findOne({ _id: id, organisationId, requisitionId }).lean<Row>();
      return row === null
        ? { id, organisationId, requisitionId, draft: null, publication: null, rev: 0 }
        : toRubric(row);
    },

    /** Changes it if nobody else did since it was read. */
    async change(
      seen: Rubric,
      changes: RubricChanges,
      events: readonly DomainEvent[],
    ): Promise<'changed' | 'changed-meanwhile'> {
      const { organisationId, requisitionId, rev } = seen;
      const { $push, relayAt } = pushEvents(events);
      const told = events.length === 0 ? {} : { $push };
      try {
        const result = await rubrics.updateOne(
          { _id: seen.id, organisationId, requisitionId, rev },
          { $set: { ...changes, ...(events.length === 0 ? {} : { relayAt }) }, $inc: { rev: 1 }, ...told },
          { upsert: rev === 0 },
        );
        return result.matchedCount + result.upsertedCount === 1 ? 'changed' : 'changed-meanwhile';
      } catch (error) {
        if (isDuplicateKey(error)) return 'changed-meanwhile';
        throw error;
      }
    },

    /** Those of an organisation with a change that waits for a second person. */
    listWaiting: (organisationId: OrganisationId, limit: number) =>
      list({ organisationId, 'publication.state': 'waiting' }, limit),

    /**
     * Rubrics of the whole installation with a change to go on with, in the order of their ids: approved, or not objected
     * to in time.
     */
    async listUnderWay(now: Date, after: string, limit: number): Promise<Rubric[]> {
      const _id = { $gt: after };
      const [adopting, due] = await Promise.all([
        list({ _id, 'publication.state': 'adopting' }, limit),
        list({ _id, 'publication.state': 'waiting', 'publication.dueAt': { $lte: now } }, limit),
      ]);
      return [...due, ...adopting].sort((left, right) => (left.id < right.id ? -1 : 1)).slice(0, limit);
    },
  };
}
