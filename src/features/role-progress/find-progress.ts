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
  /** Whether what is held was estimated from a part of the responses. */
  readonly estimated: boolean;
  readonly finishing: Forecast;
  readonly rating: Forecast;
}

export async function findProgress({ stores, clock }: Deps, requisition: Requisition): Promise<RoleProgress> {
  const { organisationId, id } = requisition;
  const { rubricVersionId } = currentIntake(requisition);
  const since = new Date(clock().getTime() - PACE_DAYS * DAY_MS);
  const [evidence, tasks, seats, finished, rated, people] = await Promise.all([
    stores.standings.countEvidence(organisationId, [id], [rubricVersionId]),
    stores.ratingTasks.countByState(organisationId, id),
    stores.roleProgress.findOpenSeats(organisationId, id),
    stores.roleProgress.countFinishedSince(organisationId, id, rubricVersionId, since),
    stores.roleProgress.countRatedSince(organisationId, id, since),
    stores.people.list(organisationId),
  ]);
  const counts = Object.fromEntries(evidence.map(({ kind, count }) => [kind, count]));
  const progress = progressOf(counts);
  const names = new Map(people.map(({ id: personId, name }) => [personId, name]));
  const left = seats.left + 2 * tasks.unallocated;
  return {
    progress,
    writing: counts['in-progress'] ?? 0,
    tasks,
    estimated: seats.estimated,
    held: seats.held.map((one) => ({ ...one, name: names.get(one.raterId) ?? 'Somebody who is gone' })),
    finishing: forecast({ left: progress.invited - progress.finished, done: finished, days: PACE_DAYS }),
    rating: forecast({ left, done: rated, days: PACE_DAYS }),
  };
}
