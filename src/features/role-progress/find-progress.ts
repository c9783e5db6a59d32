import { forecast, type Forecast } from '../../core/requisition/forecast.ts';
import { progressOf, type Progress } from '../../core/requisition/progress.ts';
import { currentIntake, type Requisition } from '../../core/requisition/requisition.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import type { Deps } from '../../deps.ts';
import type { HeldByRater } from '../../store/role-progress-store.ts';

/** The pace is taken from so many days. */
export const PACE_DAYS = 14;
const DAY_MS = 24 * 60 * 60 * 1000;

export interface RoleProgress {
  readonly progress: Progress;
  readonly writing: number;
  readonly tasks: Readonly<Record<RatingTask['state'], number>>;
  readonly held: readonly (HeldByRater & { readonly name: string })[];
  readonly finishing: Forecast;
  readonly rating: Forecast;
}

export async function findProgress({ stores, clock }: Deps, requisition: Requisition): Promise<RoleProgress> {
  const { organisationId, id } = requisition;
  const { rubricVersionId } = currentIntake(requisition);
  const since = new Date(clock().getTime() - PACE_DAYS * DAY_MS);
  const [evidence, tasks, held, finished, ratings, people] = await Promise.all([
    stores.standings.countEvidence(organisationId, [id], [rubricVersionId]),
    stores.ratingTasks.countByState(organisationId, id),
    stores.roleProgress.listHeld(organisationId, id),
    stores.roleProgress.countFinishedSince(organisationId, id, rubricVersionId, since),
    stores.roleProgress.countRatings(organisationId, id, since),
    stores.people.list(organisationId),
  ]);
  const counts = Object.fromEntries(evidence.map(({ kind, count }) => [kind, count]));
  const progress = progressOf(counts);
  const names = new Map(people.map(({ id: personId, name }) => [personId, name]));
  const left = ratings.left + 2 * tasks.unallocated;
  return {
    progress,
    writing: counts['in-progress'] ?? 0,
    tasks,
    held: held.map((one) => ({ ...one, name: names.get(one.raterId) ?? 'Somebody who is gone' })),
    finishing: forecast({ left: progress.invited - progress.finished, done: finished, days: PACE_DAYS }),
    rating: forecast({ left, done: ratings.done, days: PACE_DAYS }),
  };
}
