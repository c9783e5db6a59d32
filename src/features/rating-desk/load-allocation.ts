import type { ItemId, PersonId } from '../../core/kernel/ids.ts';
import { groupBy } from '../../core/kernel/group-by.ts';
import type { Person } from '../../core/person/person.ts';
import { estimateWorkload, type Workload } from '../../core/rating/estimate-workload.ts';
import { raterPool } from '../../core/rating/rater-pool.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import type { RatingBatch } from '../../core/rating/rating-batch.ts';
import { summariseProgress, type RatingProgress } from '../../core/rating/summarise-progress.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { poolFor } from './ask-gate.ts';
import { findWave, listWaiting } from './find-wave.ts';
import { findPrompt } from './find-prompt.ts';
import type { Wave } from './read-wave.ts';

/** Tasks under way that the progress figures look at. */
const MOST_UNDER_WAY = 5000;
const MOST_HANDED_BACK = 20;

export interface AllocationState {
  readonly requisition: Requisition;
  readonly waiting: readonly {
    readonly itemId: ItemId;
    readonly title: string;
    readonly responses: number;
  }[];
  readonly pool: readonly Person[];
  /** Raters who get nothing new now: paused, or not certified where that is required. */
  readonly heldBack: number;
  readonly chosen: readonly PersonId[];
  /** For the chosen raters and what is given out now; null before two are chosen. */
  readonly workload: Workload | null;
  readonly counts: Readonly<Record<RatingTask['state'], number>>;
  readonly progress: RatingProgress;
  readonly names: ReadonlyMap<PersonId, string>;
  /** Raters to whom the mail about their work could not be sent. */
  readonly untold: ReadonlySet<PersonId>;
  /** Batches that raters gave back, the newest first. */
  readonly handedBack: readonly RatingBatch[];
}

/** Everything that the page of allocation and progress shows. */
export async function loadAllocation(
  deps: Deps,
  requisition: Requisition,
  wanted: readonly PersonId[],
  wave: Wave | null,
): Promise<AllocationState> {
  const { organisationId, id, members } = requisition;
  const { ratingTasks } = deps.stores;
  const [people, unallocated, underWay, counts, batches, untold, handedBack] = await Promise.all([
    deps.stores.people.list(organisationId),
    listWaiting(deps, requisition),
    ratingTasks.listInState(organisationId, id, ['rating', 'third'], MOST_UNDER_WAY),
    ratingTasks.countByState(organisationId, id),
    deps.stores.ratingBatches.listOpen(organisationId, id),
    deps.stores.mailOutbox.listUntoldRaters(organisationId, id),
    deps.stores.ratingBatches.listHandedBack(organisationId, id, MOST_HANDED_BACK),
  ]);
  const pool = await poolFor(deps, requisition, people, unallocated);
  const chosen = pool.map((person) => person.id).filter((personId) => wanted.includes(personId));
  const waiting = [...groupBy(unallocated, ({ itemId }) => itemId)].map(async ([itemId, tasks]) => {
    const { title } = await findPrompt(deps, requisition, itemId);
    return { itemId, title, responses: tasks.length };
  });
  const now = chosen.length < 2 || wave === null ? [] : await findWave(deps, requisition, unallocated, wave);
  return {
    requisition,
    waiting: await Promise.all(waiting),
    pool,
    heldBack: raterPool(people, members).length - pool.length,
    chosen,
    workload: now.length === 0 ? null : estimateWorkload(now.length, chosen.length),
    counts,
    progress: summariseProgress(
      underWay,
      pool.map((person) => person.id),
      batches,
    ),
    names: new Map(people.map((person) => [person.id, person.name])),
    untold,
    handedBack,
  };
}
