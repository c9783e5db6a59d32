import { IN_THE_RUNNING } from '../../core/applicant/applicant.ts';
import { forecast, type Forecast } from '../../core/requisition/forecast.ts';
import { intakeLists } from '../../core/requisition/intake-list.ts';
import { progressOf } from '../../core/requisition/progress.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import type { Deps } from '../../deps.ts';
import type { HeldByRater } from '../../store/role-progress-store.ts';
import type { EvidenceCount } from '../../store/standing-count-store.ts';

/** The pace is taken from so many days. */
export const PACE_DAYS = 14;
const DAY_MS = 24 * 60 * 60 * 1000;

export interface RoleProgress {
  /** Of those in the running: whoever has withdrawn or is rejected waits for nobody. */
  readonly notBegun: number;
  readonly writing: number;
  /** Rated, and nothing is decided on them yet. */
  readonly toDecide: number;
  readonly tasks: Readonly<Record<RatingTask['state'], number>>;
  readonly held: readonly (HeldByRater & { readonly name: string })[];
  /** Whether what is held was estimated from a part of the responses. */
  readonly estimated: boolean;
  readonly finishing: Forecast;
  readonly rating: Forecast;
}

const byKind = (counts: readonly EvidenceCount[]) =>
  Object.fromEntries(counts.map(({ kind, count }) => [kind, count]));

export async function findProgress({ stores, clock }: Deps, requisition: Requisition): Promise<RoleProgress> {
  const { organisationId, id } = requisition;
  const lists = intakeLists(requisition);
  const since = new Date(clock().getTime() - PACE_DAYS * DAY_MS);
  const [running, undecided, tasks, seats, finished, rated, people] = await Promise.all([
    stores.standingCounts.countEvidence(lists, IN_THE_RUNNING),
    stores.standingCounts.countEvidence(lists, ['open']),
    stores.ratingTasks.countByState(organisationId, id),
    stores.roleProgress.findOpenSeats(organisationId, id),
    stores.roleProgress.countFinishedSince(lists, since),
    stores.roleProgress.countRatedSince(organisationId, id, since),
    stores.people.list(organisationId),
  ]);
  const counts = byKind(running);
  const progress = progressOf(counts);
  const names = new Map(people.map(({ id: personId, name }) => [personId, name]));
  const left = seats.left + 2 * tasks.unallocated;
  return {
    notBegun: progress.invited - progress.started,
    toDecide: progressOf(byKind(undecided)).rated,
    writing: counts['in-progress'] ?? 0,
    tasks,
    estimated: seats.estimated,
    held: seats.held.map((one) => ({ ...one, name: names.get(one.raterId) ?? 'Somebody who is gone' })),
    finishing: forecast({ left: progress.invited - progress.finished, done: finished, days: PACE_DAYS }),
    rating: forecast({ left, done: rated, days: PACE_DAYS }),
  };
}
