import type { InferSchemaType } from 'mongoose';
import type { BulkAction } from '../core/applicant/bulk-action.ts';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { OrganisationId, RequisitionId } from '../core/kernel/ids.ts';
import { isDuplicateKey, Schema, strictSchema, type Connection } from './connection.ts';
import { outboxFields, pushEvents, relaySource, withEvents } from './outbox.ts';

const Mixed = Schema.Types.Mixed;
/** Ids and labels, which outlast an erasure; the reason of a move goes when the action has ended. */
const schema = strictSchema({
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  personId: { type: String, required: true },
  wish: { type: Mixed, required: true },
  people: { type: [Mixed], required: true },
  next: { type: Number, required: true },
  done: { type: [Mixed], required: true },
  leftOut: { type: [Mixed], required: true },
  confirmedAt: { type: Date, required: true },
  endedAt: { type: Date, default: null },
  /** Set while it runs, so that few documents are in the index that finds it. */
  runningSince: { type: Date },
  ...outboxFields,
});
schema.index({ organisationId: 1, requisitionId: 1, confirmedAt: -1 });
schema.index({ runningSince: 1 }, { sparse: true });
schema.index({ relayAt: 1 }, { sparse: true });

/** One action by its numbers. */
export type BulkSummary = Pick<BulkAction, 'id' | 'wish' | 'next' | 'confirmedAt' | 'endedAt'> &
  Readonly<Record<'people' | 'done' | 'leftOut', number>>;

type Row = InferSchemaType<typeof schema>;

function toAction(row: Row): BulkAction {
  const { _id, outbox: _outbox, relayAt: _relayAt, runningSince: _since, ...fields } = row;
  return { id: _id, ...fields, endedAt: row.endedAt ?? null } as unknown as BulkAction;
}

const filterOf = ({ id, organisationId, requisitionId, next }: BulkAction) => ({
  _id: id,
  organisationId,
  requisitionId,
  next,
  endedAt: null,
});

/** What is being done for several applicants, one document an action, portion by portion. */
export function createBulkActionStore(connection: Connection) {
  const actions = connection.model('bulkActions', schema, 'bulkActions');

  return {
    relaySource: relaySource('bulkActions', actions as never),

    /** False where it was confirmed before, by a second click. */
    async insert({ id, ...fields }: BulkAction, events: readonly DomainEvent[]): Promise<boolean> {
      const runningSince = fields.confirmedAt;
      try {
        await actions.insertOne({ _id: id, ...fields, runningSince, ...withEvents(events) } as never);
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    async find(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      id: string,
    ): Promise<BulkAction | null> {
      const row = await actions.findOne({ _id: id, organisationId, requisitionId }).lean<Row>();
      return row === null ? null : toAction(row);
    },

    /** The newest of a role, without whom each is about. */
    listNewest(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      limit: number,
    ): Promise<BulkSummary[]> {
      const size = (field: string) => ({ $size: `$${field}` });
      return actions
        .aggregate<BulkSummary>([
          { $match: { organisationId, requisitionId } },
          { $sort: { confirmedAt: -1 } },
          { $limit: limit },
          {
            $project: {
              _id: 0,
              id: '$_id',
              ...{ wish: 1, next: 1, confirmedAt: 1, endedAt: 1 },
              people: size('people'),
              done: size('done'),
              leftOut: size('leftOut'),
            },
          },
        ])
        .exec();
    },

    async listRunning(limit: number): Promise<BulkAction[]> {
      const rows = await actions
        .find({ runningSince: { $gt: new Date(0) } })
        .sort({ runningSince: 1 })
        .limit(limit)
        .lean<Row[]>();
      return rows.map(toAction);
    },

    /** Notes a portion that was looked at; false where another run noted it before. */
    async advance(
      seen: BulkAction,
      { next, done, leftOut }: Pick<BulkAction, 'next' | 'done' | 'leftOut'>,
    ): Promise<boolean> {
      const result = await actions.updateOne(filterOf(seen), {
        $set: { next },
        $push: { done: { $each: [...done] }, leftOut: { $each: [...leftOut] } },
      });
      return result.matchedCount === 1;
    },

    async end(seen: BulkAction, endedAt: Date, events: readonly DomainEvent[]): Promise<void> {
      const { $push, relayAt } = pushEvents(events);
      await actions.updateOne(filterOf(seen), {
        $set: { endedAt, relayAt },
        $unset: { runningSince: 1 as const, 'wish.reason': 1 as const },
        $push,
      });
    },
  };
}
