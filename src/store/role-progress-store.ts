import type { OrganisationId, PersonId, RequisitionId } from '../core/kernel/ids.ts';
import type { Connection } from './connection.ts';

/** What one rater still has in hand. */
export interface HeldByRater {
  readonly raterId: PersonId;
  readonly responses: number;
  /** When the oldest of their open batches was given; null where none is open. */
  readonly since: Date | null;
}

/** Counts over collections of other stores; made after them. */
export function createRoleProgressStore(connection: Connection) {
  const tasks = connection.model('ratingTasks');
  const batches = connection.model('ratingBatches');
  const standings = connection.model('standings');

  return {
    /** Whom responses of the role wait for, most first. */
    async listHeld(organisationId: OrganisationId, requisitionId: RequisitionId): Promise<HeldByRater[]> {
      const inRole = { organisationId, requisitionId };
      const [held, open] = await Promise.all([
        tasks.aggregate<{ _id: PersonId; count: number }>([
          { $match: { ...inRole, state: { $in: ['rating', 'third'] } } },
          { $unwind: '$slots' },
          { $match: { 'slots.state': 'held', 'slots.voided': null } },
          { $group: { _id: '$slots.raterId', count: { $sum: 1 } } },
        ]),
        batches.aggregate<{ _id: PersonId; since: Date }>([
          { $match: { ...inRole, state: 'open' } },
          { $group: { _id: '$raterId', since: { $min: '$createdAt' } } },
        ]),
      ]);
      const since = new Map(open.map((row) => [row._id, row.since]));
      return held
        .map(({ _id, count }) => ({ raterId: _id, responses: count, since: since.get(_id) ?? null }))
        .toSorted((left, right) => right.responses - left.responses);
    },

    /** How many applicants finished since that moment. */
    async countFinishedSince(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      rubricVersionId: string,
      since: Date,
    ): Promise<number> {
      const filter = { organisationId, requisitionId, rubricVersionId, finishedAt: { $gte: since } };
      return standings.countDocuments(filter);
    },

    /** How many judgements of raters came in after that moment, and how many seats are still empty. */
    async countRatings(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      since: Date,
    ): Promise<{ readonly done: number; readonly left: number }> {
      const rows = await tasks.aggregate<{ _id: string; count: number }>([
        { $match: { organisationId, requisitionId } },
        { $unwind: '$slots' },
        {
          $match: {
            'slots.voided': null,
            $or: [{ 'slots.state': { $ne: 'handed-in' } }, { 'slots.handedInAt': { $gt: since } }],
          },
        },
        { $group: { _id: '$slots.state', count: { $sum: 1 } } },
      ]);
      const of = (state: string) => rows.find(({ _id }) => _id === state)?.count ?? 0;
      return { done: of('handed-in'), left: of('held') + of('free') };
    },
  };
}
