import type { RatingTask } from '../core/rating/rating-task.ts';
import type { Connection } from './connection.ts';
import type { StandingList } from './standing-store.ts';

type UnderAnchors = Pick<RatingTask, 'organisationId' | 'requisitionId' | 'anchorHash'>;

/** In these states ratings may stand already. */
const OPEN: readonly RatingTask['state'][] = ['rating', 'third', 'lead'];
const AT_ONCE = 1000;

/** How many responses have ratings. Made after the stores of tasks and standings. */
export function createRatedResponseStore(connection: Connection) {
  const tasks = connection.model('ratingTasks');
  const standings = connection.model('standings');

  /** What is settled is counted in the index; of the rest the seats are looked at. */
  async function count(filter: object): Promise<number> {
    const slots = { $elemMatch: { state: 'handed-in', voided: null } };
    const [settled, open] = await Promise.all([
      tasks.countDocuments({ ...filter, state: 'resolved' }),
      tasks.countDocuments({ ...filter, state: { $in: [...OPEN] }, slots }),
    ]);
    return settled + open;
  }

  return {
    /** With at least one rating that was handed in and stands, under these anchors; `within` narrows it to one intake. */
    async countUnder(about: UnderAnchors, within: StandingList | null): Promise<number> {
      const { organisationId, requisitionId, anchorHash } = about;
      if (within === null) return count({ organisationId, requisitionId, anchorHash });
      const ids = await standings.distinct('applicantId', { ...within });
      let rated = 0;
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        const applicantId = { $in: ids.slice(from, from + AT_ONCE) };
        rated += await count({ organisationId, requisitionId, applicantId, anchorHash });
      }
      return rated;
    },
  };
}
