import { groupBy } from '../../core/kernel/group-by.ts';
import { chooseWave } from '../../core/rating/choose-wave.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import { currentIntake, type Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import type { Wave } from './read-wave.ts';

/** Responses given out in one go; what is left waits for the next allocation. */
export const MOST_AT_ONCE = 1000;
/** Responses among which the first ones are looked for. */
const MOST_WAITING = 5000;

/** What waits for raters in a role. */
export function listWaiting({ stores }: Deps, { organisationId, id }: Requisition): Promise<RatingTask[]> {
  return stores.ratingTasks.listInState(organisationId, id, ['unallocated'], MOST_WAITING);
}

/** The part of it that is given out now. The page that shows the work and the giving out itself see the same. */
export async function findWave(
  { stores }: Deps,
  requisition: Requisition,
  waiting: readonly RatingTask[],
  { people, order }: Wave,
): Promise<readonly RatingTask[]> {
  const { organisationId, id } = requisition;
  const attemptIds = [...new Set(waiting.map(({ attemptId }) => attemptId))];
  const finishedAt =
    people === null || order === 'draw'
      ? new Map()
      : await stores.attempts.listFinishedAt(organisationId, id, attemptIds);
  const seed = currentIntake(requisition).shuffleSeed;
  return chooseWave({ responses: waiting, people, order, finishedAt, seed }).slice(0, MOST_AT_ONCE);
}

/** Each with everybody who must not rate it, also by a conflict declared while the task was made. */
export async function withConflicts(
  { stores }: Deps,
  { organisationId, id }: Requisition,
  tasks: readonly RatingTask[],
): Promise<readonly RatingTask[]> {
  const applicantIds = [...new Set(tasks.map(({ applicantId }) => applicantId))];
  const conflicts = await stores.ratingConflicts.listOfApplicants(organisationId, id, applicantIds);
  const knowing = groupBy(conflicts, ({ applicantId }) => applicantId);
  return tasks.map((task) => {
    const raterIds = (knowing.get(task.applicantId) ?? []).map(({ raterId }) => raterId);
    return { ...task, notRaterIds: [...new Set([...task.notRaterIds, ...raterIds])] };
  });
}
