import type { OrganisationId, PersonId, RequisitionId } from '../core/kernel/ids.ts';
import type { Connection } from './connection.ts';
import type { StandingList } from './standing-store.ts';

/** What one rater still has in hand. */
export interface HeldByRater {
  readonly raterId: PersonId;
  readonly responses: number;
  /** When the oldest of their open batches was given; null where none is open. */
  readonly since: Date | null;
}

/** Seats that wait for a judgement. */
export interface OpenSeats {
  readonly held: readonly HeldByRater[];
  /** Held ones and free ones. */
  readonly left: number;
  /** Whether there were too many to look at each. */
  readonly estimated: boolean;
}

/** So many responses of a state are looked at. Their ids are random, so these stand for all where there are more. */
export const LOOKED_AT = 5000;

interface Seats {
  readonly raterId: PersonId | null;
  readonly count: number;
}

function heldBy(seats: readonly Seats[]): readonly (readonly [PersonId, number])[] {
  const held = new Map<PersonId, number>();
  for (const { raterId, count } of seats) {
    if (raterId !== null) held.set(raterId, (held.get(raterId) ?? 0) + count);
  }
  return [...held];
}

const sumOf = (seats: readonly Seats[]): number => seats.reduce((sum, { count }) => sum + count, 0);

/** Counts over collections of other stores; made after them. */
export function createRoleProgressStore(connection: Connection) {
  const tasks = connection.model('ratingTasks');
  const batches = connection.model('ratingBatches');
  const standings = connection.model('standings');
  const ratings = connection.model('ratings');

  async function seatsIn(filter: object): Promise<{ seats: readonly Seats[]; estimated: boolean }> {
    const [all, found] = await Promise.all([
      tasks.countDocuments(filter),
      tasks.aggregate<{ _id: PersonId | null; count: number }>([
        { $match: filter },
        { $sort: { _id: 1 } },
        { $limit: LOOKED_AT },
        { $unwind: '$slots' },
        { $match: { 'slots.state': { $ne: 'handed-in' }, 'slots.voided': null } },
        { $group: { _id: '$slots.raterId', count: { $sum: 1 } } },
      ]),
    ]);
    const times = Math.max(1, all / LOOKED_AT);
    return {
      seats: found.map(({ _id, count }) => ({ raterId: _id, count: count * times })),
      estimated: times > 1,
    };
  }

  return {
    /** Seats of raters that are not handed in: whose they are, most first, and how many there are in all. */
    async findOpenSeats(organisationId: OrganisationId, requisitionId: RequisitionId): Promise<OpenSeats> {
      const inRole = { organisationId, requisitionId };
      const [rating, third, open] = await Promise.all([
        seatsIn({ ...inRole, state: 'rating' }),
        seatsIn({ ...inRole, state: 'third' }),
        batches.aggregate<{ _id: PersonId; since: Date }>([
          { $match: { ...inRole, state: 'open' } },
          { $group: { _id: '$raterId', since: { $min: '$createdAt' } } },
        ]),
      ]);
      const since = new Map(open.map((row) => [row._id, row.since]));
      const seats = [...rating.seats, ...third.seats];
      return {
        estimated: rating.estimated || third.estimated,
        left: Math.round(sumOf(seats)),
        held: heldBy(seats)
          .map(([raterId, count]) => ({
            raterId,
            responses: Math.round(count),
            since: since.get(raterId) ?? null,
          }))
          .toSorted((left, right) => right.responses - left.responses),
      };
    },

    /** How many applicants of these lists finished since that moment. */
    async countFinishedSince(lists: readonly StandingList[], since: Date): Promise<number> {
      const counts = await Promise.all(
        lists.map((list) => standings.countDocuments({ ...list, finishedAt: { $gte: since } })),
      );
      return counts.reduce((sum, count) => sum + count, 0);
    },

    /** How many judgements raters handed in after that moment, also those that count no longer: it is their pace. */
    async countRatedSince(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      since: Date,
    ): Promise<number> {
      return ratings.countDocuments({ organisationId, requisitionId, handedInAt: { $gt: since } });
    },
  };
}
