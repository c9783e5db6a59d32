import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type {
  ApplicantId,
  AttemptId,
  OrganisationId,
  PersonId,
  RatingTaskId,
  RequisitionId,
} from '../core/kernel/ids.ts';
import { FREE_SLOT } from '../core/rating/free-slot.ts';
import type { Judgement, RatingTask } from '../core/rating/rating-task.ts';
import { isDuplicateKey, type Connection } from './connection.ts';
import { draftSeen } from './draft-seen.ts';
import { insertMany } from './insert-many.ts';
import { pushEvents, relaySource } from './outbox.ts';
import { ratingTaskSchema, toRatingTask, type RatingTaskRow } from './rating-task-schema.ts';

type Key = Pick<RatingTask, 'id' | 'organisationId' | 'requisitionId'>;
const filterOf = ({ id, organisationId, requisitionId }: Key) => ({ organisationId, requisitionId, _id: id });

/** A seat of a task, as its rater holds it. */
interface Seat {
  readonly task: Key;
  readonly slotIndex: number;
  readonly raterId: PersonId;
}

/** Tasks of the rating: one response each, everything that happens to it in one document. */
export function createRatingTaskStore(connection: Connection) {
  const tasks = connection.model('ratingTasks', ratingTaskSchema, 'ratingTasks');

  async function changeOne(filter: object, update: object): Promise<boolean> {
    const result = await tasks.updateOne(filter, update);
    return result.matchedCount === 1;
  }

  async function list(filter: object, limit: number): Promise<RatingTask[]> {
    const rows = await tasks.find(filter).sort({ _id: 1 }).limit(limit).lean<RatingTaskRow[]>();
    return rows.map(toRatingTask);
  }

  return {
    relaySource: relaySource('ratingTasks', tasks as never),

    /** A response has one task under one set of anchors, however often this is called. */
    async insert(task: RatingTask): Promise<void> {
      const { id, ...fields } = task;
      try {
        await tasks.insertOne({ _id: id, ...fields } as never);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },

    insertMany(many: readonly RatingTask[]): Promise<void> {
      return insertMany(
        tasks as never,
        many.map(({ id, ...fields }) => ({ _id: id, ...fields })),
      );
    },

    async find(organisationId: OrganisationId, id: RatingTaskId): Promise<RatingTask | null> {
      const row = await tasks.findOne({ _id: id, organisationId }).lean<RatingTaskRow>();
      return row === null ? null : toRatingTask(row);
    },

    findMany(organisationId: OrganisationId, ids: readonly RatingTaskId[]): Promise<RatingTask[]> {
      return list({ organisationId, _id: { $in: [...ids] } }, ids.length);
    },

    listOfAttempt(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      attemptId: AttemptId,
    ): Promise<RatingTask[]> {
      return list({ organisationId, requisitionId, attemptId }, 100);
    },

    listOfApplicant(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      applicantId: ApplicantId,
    ): Promise<RatingTask[]> {
      return list({ organisationId, requisitionId, applicantId }, 200);
    },

    listOfAttempts(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      attemptIds: readonly AttemptId[],
    ): Promise<RatingTask[]> {
      return list({ organisationId, requisitionId, attemptId: { $in: [...attemptIds] } }, 10_000);
    },

    listInState(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      states: readonly RatingTask['state'][],
      limit: number,
    ): Promise<RatingTask[]> {
      return list({ organisationId, requisitionId, state: { $in: [...states] } }, limit);
    },

    /** Settled responses under these anchors. */
    listSettledUnder(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      anchorHash: string,
      limit: number,
    ): Promise<RatingTask[]> {
      return list({ organisationId, requisitionId, state: 'resolved', anchorHash }, limit);
    },

    async countByState(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
    ): Promise<Readonly<Record<RatingTask['state'], number>>> {
      const count = (state: RatingTask['state']) =>
        tasks.countDocuments({ organisationId, requisitionId, state });
      const [unallocated, rating, third, lead, resolved] = await Promise.all([
        count('unallocated'),
        count('rating'),
        count('third'),
        count('lead'),
        count('resolved'),
      ]);
      return { unallocated, rating, third, lead, resolved };
    },

    /** How many responses of each of these requisitions are in these states; no entry where there are none. */
    async countInStates(
      organisationId: OrganisationId,
      requisitionIds: readonly RequisitionId[],
      states: readonly RatingTask['state'][],
    ): Promise<{ requisitionId: RequisitionId; state: RatingTask['state']; count: number }[]> {
      const counts = requisitionIds.flatMap((requisitionId) =>
        states.map(async (state) => {
          const count = await tasks.countDocuments({ organisationId, requisitionId, state });
          return { requisitionId, state, count };
        }),
      );
      return (await Promise.all(counts)).filter(({ count }) => count > 0);
    },

    /** Tasks with a seat that this rater might take: a free one, or a held one whose lease ran out. */
    listOpen(organisationId: OrganisationId, raterId: PersonId, now: Date): Promise<RatingTask[]> {
      const seat = { $or: [{ state: 'free' }, { state: 'held', leaseUntil: { $lt: now } }] };
      const state = { $in: ['rating', 'third'] };
      const slots = { $elemMatch: { voided: null, ...seat } };
      return list({ organisationId, state, notRaterIds: { $ne: raterId }, slots }, 500);
    },

    /** Roles in which responses that this rater rated are settled. */
    async listRolesRated(organisationId: OrganisationId, raterId: PersonId): Promise<RequisitionId[]> {
      const rated = { $elemMatch: { raterId, state: 'handed-in', voided: null } };
      const ids = await tasks.distinct('requisitionId', { organisationId, state: 'resolved', slots: rated });
      return ids.sort() as RequisitionId[];
    },

    /** Responses of a role that this rater handed in after that moment, under these anchors. */
    listRatedSince(
      about: Pick<RatingTask, 'organisationId' | 'requisitionId' | 'anchorHash'>,
      raterId: PersonId,
      since: Date,
    ): Promise<RatingTask[]> {
      const { organisationId, requisitionId, anchorHash } = about;
      const rated = { raterId, state: 'handed-in', voided: null, handedInAt: { $gt: since } };
      return list({ organisationId, requisitionId, anchorHash, slots: { $elemMatch: rated } }, 2000);
    },

    /** Tasks in which this rater holds a seat that is not handed in. */
    listHeld(organisationId: OrganisationId, raterId: PersonId): Promise<RatingTask[]> {
      const state = { $in: ['rating', 'third'] };
      return list({ organisationId, state, slots: { $elemMatch: { raterId, state: 'held' } } }, 2000);
    },

    /** Takes back responses that nobody was given, under anchors that do not count any more. */
    async removeUnallocatedUnder(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      anchorHash: string,
    ): Promise<void> {
      await tasks.deleteMany({ organisationId, requisitionId, state: 'unallocated', anchorHash });
    },

    /** Gives an unallocated task its first two raters; not where one of them was excluded meanwhile. */
    allocate(task: RatingTask, raterIds: readonly PersonId[]): Promise<boolean> {
      const slots = raterIds.map((raterId) => ({ ...FREE_SLOT, raterId, state: 'held' }));
      return changeOne(
        { ...filterOf(task), state: 'unallocated', notRaterIds: { $nin: [...raterIds] } },
        {
          $set: { slots, state: 'rating' },
          $addToSet: { notRaterIds: { $each: [...task.notRaterIds, ...raterIds] } },
          $inc: { rev: 1 },
        },
      );
    },

    /** Takes a seat that is free or whose lease ran out, if nobody else was faster. */
    claim({ task, slotIndex, raterId }: Seat, now: Date, leaseUntil: Date): Promise<boolean> {
      const slot = `slots.${slotIndex}`;
      const taken = { ...FREE_SLOT, raterId, state: 'held', leaseUntil };
      return changeOne(
        {
          ...filterOf(task),
          notRaterIds: { $ne: raterId },
          [`${slot}.voided`]: null,
          $or: [
            { [`${slot}.state`]: 'free' },
            { [`${slot}.state`]: 'held', [`${slot}.leaseUntil`]: { $lt: now } },
          ],
        },
        { $set: { [slot]: taken }, $addToSet: { notRaterIds: raterId }, $inc: { rev: 1 } },
      );
    },

    /**
     * Keeps what the rater has so far; a lease that ran out is renewed while nobody else took the seat. Not where the
     * draft is no longer the one that was seen.
     */
    saveDraft(
      { task, slotIndex, raterId }: Seat,
      draft: Judgement,
      leaseUntil: Date | null,
      seen: number | null = null,
    ): Promise<boolean> {
      const slot = `slots.${slotIndex}`;
      const own = { ...filterOf(task), [`${slot}.raterId`]: raterId, [`${slot}.state`]: 'held' };
      return changeOne(
        { ...own, ...draftSeen(slot, seen) },
        {
          $set: { [`${slot}.draft`]: draft, [`${slot}.leaseUntil`]: leaseUntil },
          $inc: { rev: 1, [`${slot}.draftNumber`]: 1 },
        },
      );
    },

    /** Gives a seat that is not handed in to somebody else, who begins afresh; not where they are excluded. */
    passOn({ task, slotIndex, raterId }: Seat, to: PersonId): Promise<boolean> {
      const slot = `slots.${slotIndex}`;
      return changeOne(
        {
          ...filterOf(task),
          notRaterIds: { $ne: to },
          [`${slot}.raterId`]: raterId,
          [`${slot}.state`]: 'held',
        },
        {
          $set: { [slot]: { ...FREE_SLOT, raterId: to, state: 'held' } },
          $addToSet: { notRaterIds: to },
          $inc: { rev: 1 },
        },
      );
    },

    /** Gives the seat back for somebody else; this rater stays among those who may not take it. */
    release({ task, slotIndex, raterId }: Seat): Promise<boolean> {
      const slot = `slots.${slotIndex}`;
      return changeOne(
        { ...filterOf(task), [`${slot}.raterId`]: raterId, [`${slot}.state`]: 'held' },
        { $set: { [slot]: { ...FREE_SLOT } }, $inc: { rev: 1 } },
      );
    },

    /** Nothing that this applicant wrote for the role goes to this rater any more. */
    async excludeRater(
      about: Pick<RatingTask, 'organisationId' | 'requisitionId' | 'applicantId'>,
      raterId: PersonId,
    ): Promise<void> {
      const { organisationId, requisitionId, applicantId } = about;
      await tasks.updateMany(
        { organisationId, requisitionId, applicantId },
        { $addToSet: { notRaterIds: raterId }, $inc: { rev: 1 } },
      );
    },

    /** Takes away what raters still had to do for somebody; what is settled stays. */
    async removeUnsettledOf(about: {
      readonly organisationId: OrganisationId;
      readonly requisitionId: RequisitionId;
      readonly applicantId: ApplicantId;
    }): Promise<void> {
      const { organisationId, requisitionId, applicantId } = about;
      await tasks.deleteMany({ organisationId, requisitionId, applicantId, state: { $ne: 'resolved' } });
    },

    /** Writes slots, state and resolution as they were decided on what was read, if nothing changed since. */
    settle(seen: RatingTask, after: RatingTask, events: readonly DomainEvent[]): Promise<boolean> {
      const { $push, relayAt } = pushEvents(events);
      const { slots, state, resolution } = after;
      return changeOne(
        { ...filterOf(seen), rev: seen.rev },
        { $set: { slots, state, resolution, relayAt }, $inc: { rev: 1 }, $push },
      );
    },
  };
}

export type RatingTaskStore = ReturnType<typeof createRatingTaskStore>;
