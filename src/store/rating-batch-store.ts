import type { InferSchemaType } from 'mongoose';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { OrganisationId, PersonId, RatingBatchId, RequisitionId } from '../core/kernel/ids.ts';
import type { Judgement } from '../core/rating/rating-task.ts';
import type { RatingSave } from '../core/rating/rating-save.ts';
import type { RatingBatch, Seed } from '../core/rating/rating-batch.ts';
import { reminderAt } from '../core/rating/reminder-at.ts';
import { Schema, strictSchema, type Connection } from './connection.ts';
import { draftSeen } from './draft-seen.ts';
import { insertMany } from './insert-many.ts';
import { outboxFields, pushEvents, relaySource, withEvents } from './outbox.ts';

const schema = strictSchema({
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  raterId: { type: String, required: true },
  itemId: { type: String, required: true },
  criteriaOrder: { type: [String], required: true },
  taskIds: { type: [String], required: true },
  seeds: { type: [Schema.Types.Mixed], default: undefined },
  state: { type: String, enum: ['open', 'handed-in', 'handed-back'] as const, required: true },
  createdAt: { type: Date, required: true },
  dueAt: { type: Date, default: null },
  handedInAt: { type: Date, default: null },
  handedBack: { type: Schema.Types.Mixed, default: null },
  judgements: { type: Schema.Types.Mixed },
  /** When what was saved; read by itself, never with the batch. */
  saves: { type: [Schema.Types.Mixed], default: undefined },
  /** When the rater last chose to go on without a break. */
  wentOnAt: { type: Date },
  /** Only while the rater is still to be reminded. */
  remindAt: { type: Date },
  rev: { type: Number, required: true },
  ...outboxFields,
});
schema.index({ organisationId: 1, raterId: 1, state: 1, createdAt: 1 });
schema.index({ organisationId: 1, requisitionId: 1, state: 1 });
schema.index({ remindAt: 1 }, { sparse: true });
schema.index({ relayAt: 1 }, { sparse: true });

type Row = InferSchemaType<typeof schema>;

function toBatch(row: Row): RatingBatch {
  const {
    _id,
    outbox: _outbox,
    relayAt: _relayAt,
    remindAt: _remindAt,
    saves: _saves,
    wentOnAt: _wentOnAt,
    ...own
  } = row;
  const { dueAt, handedInAt, seeds, ...fields } = own;
  return {
    id: _id,
    ...fields,
    seeds: seeds ?? [],
    dueAt: dueAt ?? null,
    handedInAt: handedInAt ?? null,
    handedBack: (row.handedBack ?? null) as RatingBatch['handedBack'],
  } as unknown as RatingBatch;
}

/** More than one sitting of a rater; older times say nothing to anybody. */
const MOST_SAVES = 300;
const NEWEST_BATCHES = 20;
const MOST_TIMED = 1000;

/** What raters work through. */
export function createRatingBatchStore(connection: Connection) {
  const batches = connection.model('ratingBatches', schema, 'ratingBatches');

  async function changeOpen(
    { organisationId, requisitionId, id }: RatingBatch,
    filter: object,
    update: object,
  ): Promise<boolean> {
    const own = { organisationId, requisitionId, _id: id, state: 'open' };
    const result = await batches.updateOne({ ...own, ...filter } as object, { ...update, $inc: { rev: 1 } });
    return result.matchedCount === 1;
  }

  return {
    relaySource: relaySource('ratingBatches', batches as never),

    async insert(batch: RatingBatch, events: readonly DomainEvent[]): Promise<void> {
      const { id, ...fields } = batch;
      const remindAt = reminderAt(batch) ?? undefined;
      await batches.insertOne({ _id: id, ...fields, remindAt, ...withEvents(events) } as never);
    },

    insertMany(many: readonly RatingBatch[]): Promise<void> {
      return insertMany(
        batches as never,
        many.map(({ id, ...fields }) => ({ _id: id, ...fields })),
      );
    },

    /** The batch, for its own rater only. */
    async findOfRater(
      organisationId: OrganisationId,
      raterId: PersonId,
      id: RatingBatchId,
    ): Promise<RatingBatch | null> {
      const row = await batches.findOne({ _id: id, organisationId, raterId }).lean<Row>();
      return row === null ? null : toBatch(row);
    },

    async find(organisationId: OrganisationId, id: RatingBatchId): Promise<RatingBatch | null> {
      const row = await batches.findOne({ _id: id, organisationId }).lean<Row>();
      return row === null ? null : toBatch(row);
    },

    /** A rater's batches: open ones first, then the ones handed in, newest first. */
    async listOfRater(organisationId: OrganisationId, raterId: PersonId): Promise<RatingBatch[]> {
      const rows = await batches
        .find({ organisationId, raterId })
        .sort({ state: -1, createdAt: -1 })
        .limit(200)
        .lean<Row[]>();
      return rows.map(toBatch);
    },

    async listOpen(organisationId: OrganisationId, requisitionId: RequisitionId): Promise<RatingBatch[]> {
      const rows = await batches
        .find({ organisationId, requisitionId, state: 'open' })
        .limit(1000)
        .lean<Row[]>();
      return rows.map(toBatch);
    },

    /** Who has been given something to rate in this requisition. */
    async listRaterIds(organisationId: OrganisationId, requisitionId: RequisitionId): Promise<PersonId[]> {
      const rows = await batches.aggregate<{ _id: PersonId }>([
        { $match: { organisationId, requisitionId } },
        { $group: { _id: '$raterId' } },
      ]);
      return rows.map((row) => row._id);
    },

    /** What is left of a batch that was written before its seats were got; without any it is gone. */
    async keepOnly(batch: RatingBatch, taskIds: RatingBatch['taskIds']): Promise<void> {
      const { organisationId, requisitionId, id } = batch;
      if (taskIds.length > 0) await changeOpen(batch, {}, { $set: { taskIds } });
      else await batches.deleteOne({ organisationId, requisitionId, _id: id, state: 'open' });
    },

    /** Mixes seeds into an open batch that has none yet. */
    setSeeds: (batch: RatingBatch, seeds: readonly Seed[]) =>
      changeOpen(batch, { 'seeds.0': { $exists: false } }, { $set: { seeds } }),

    /** Keeps what the rater has so far of a seed. */
    saveSeed: (batch: RatingBatch, id: Seed['id'], draft: Judgement, seen: number | null) => {
      const seed = `seeds.${batch.seeds.findIndex((one) => one.id === id)}`;
      const draftNumber = (seen ?? 0) + 1;
      return changeOpen(
        batch,
        { [`${seed}.id`]: id, ...draftSeen(seed, seen) },
        { $set: { [`${seed}.draft`]: draft, [`${seed}.draftNumber`]: draftNumber } },
      );
    },

    /** A seed that its rater does not want to rate is gone from the batch. */
    dropSeed: (batch: RatingBatch, { id }: Pick<Seed, 'id'>) =>
      changeOpen(batch, { 'seeds.id': id }, { $pull: { seeds: { id } } }),

    /** That something was saved; false where the batch was handed in or back before, so that it came too late. */
    noteSave: (batch: RatingBatch, save: RatingSave) =>
      changeOpen(batch, {}, { $push: { saves: { $each: [save], $slice: -MOST_SAVES } } }),

    async noteWentOn({ organisationId, requisitionId, id }: RatingBatch, wentOnAt: Date): Promise<void> {
      await batches.updateOne({ organisationId, requisitionId, _id: id }, { $set: { wentOnAt } });
    },

    /** When a rater saved something lately, and when they last chose to go on. */
    async readStretch(
      organisationId: OrganisationId,
      raterId: PersonId,
    ): Promise<{ readonly savedAt: readonly Date[]; readonly wentOnAt: Date | null }> {
      const rows = await batches
        .find({ organisationId, raterId }, { 'saves.at': 1, wentOnAt: 1 })
        .sort({ createdAt: -1 })
        .limit(NEWEST_BATCHES)
        .lean<{ saves?: Pick<RatingSave, 'at'>[]; wentOnAt?: Date }[]>();
      const wentOn = rows.flatMap((row) => row.wentOnAt?.getTime() ?? []);
      return {
        savedAt: rows.flatMap(({ saves = [] }) => saves.map(({ at }) => at)),
        wentOnAt: wentOn.length === 0 ? null : new Date(Math.max(...wentOn)),
      };
    },

    /** When raters of a role saved what, batch by batch. */
    async listSaves(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
    ): Promise<{ readonly raterId: PersonId; readonly saves: readonly RatingSave[] }[]> {
      const rows = await batches
        .find({ organisationId, requisitionId }, { raterId: 1, saves: 1 })
        .limit(MOST_TIMED)
        .lean<{ raterId: string; saves?: RatingSave[] }[]>();
      return rows.map(({ raterId, saves = [] }) => ({ raterId: raterId as PersonId, saves }));
    },

    /** What raters could not rate and gave back, the newest first. */
    async listHandedBack(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      limit: number,
    ): Promise<RatingBatch[]> {
      const rows = await batches
        .find({ organisationId, requisitionId, state: 'handed-back' })
        .sort({ 'handedBack.at': -1 })
        .limit(limit)
        .lean<Row[]>();
      return rows.map(toBatch);
    },

    /** Gives the batch back, once; its relay frees the seats. False where it was handed in or given back meanwhile. */
    handBack(batch: RatingBatch, handedBack: RatingBatch['handedBack'], events: readonly DomainEvent[]) {
      const { $push, relayAt } = pushEvents(events);
      const $set = { state: 'handed-back', handedBack, relayAt };
      return changeOpen(batch, { raterId: batch.raterId }, { $set, $push, $unset: { remindAt: 1 } });
    },

    /** Open batches whose raters are still to be reminded, the longest due first. */
    async listReminderDue(now: Date, limit: number): Promise<RatingBatch[]> {
      const due = batches.find({ remindAt: { $lte: now } }).sort({ remindAt: 1 });
      return (await due.limit(limit).lean<Row[]>()).map(toBatch);
    },

    /** Whoever is reminded once is reminded no more; false where somebody else did it, or the batch is done with. */
    noteReminded(batch: RatingBatch, events: readonly DomainEvent[]): Promise<boolean> {
      const { $push, relayAt } = pushEvents(events);
      const update = events.length === 0 ? {} : { $set: { relayAt }, $push };
      return changeOpen(batch, { remindAt: { $type: 'date' } }, { ...update, $unset: { remindAt: 1 } });
    },

    /** Hands the batch in as it was read, once; its relay hands in every slot of it. False where it changed since. */
    handIn(
      seen: RatingBatch,
      { at, judgements }: { readonly at: Date; readonly judgements: RatingBatch['judgements'] },
      events: readonly DomainEvent[],
    ): Promise<boolean> {
      const { $push, relayAt } = pushEvents(events);
      const $set = { state: 'handed-in', handedInAt: at, judgements, relayAt };
      return changeOpen(
        seen,
        { raterId: seen.raterId, rev: seen.rev },
        { $set, $push, $unset: { remindAt: 1 } },
      );
    },

    /** Once they are the judgements of the slots, nothing of them stays here. */
    async forgetJudgements({ organisationId, requisitionId, id }: RatingBatch): Promise<void> {
      await batches.updateOne({ organisationId, requisitionId, _id: id }, { $unset: { judgements: 1 } });
    },
  };
}
