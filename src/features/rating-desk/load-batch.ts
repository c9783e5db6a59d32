import type { RatingBatchId, RatingTaskId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { RatingBatch, Seed } from '../../core/rating/rating-batch.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import { seatOf, type Seat } from '../../core/rating/seat-of.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { findRatable } from './list-work.ts';
import { withSeeds } from './with-seeds.ts';

export interface SeatInBatch {
  readonly task: RatingTask;
  readonly seat: Seat;
  /** Left out for responses of applicants. */
  readonly seed?: Seed;
}

export interface LoadedBatch {
  readonly batch: RatingBatch;
  readonly requisition: Requisition;
  /** In the batch's order, without responses whose seat is no longer this rater's. */
  readonly seats: readonly SeatInBatch[];
  /** Tasks of the batch that are gone, because the person who wrote the response was erased. */
  readonly erased: readonly string[];
}

/** A batch for the rater it belongs to. Somebody else's, a member's and one that does not exist look alike. */
export async function loadBatch(deps: Deps, actor: Actor, unsafeId: string): Promise<LoadedBatch | null> {
  const { organisationId, personId } = actor;
  const batch = await deps.stores.ratingBatches.findOfRater(
    organisationId,
    personId,
    unsafeId as RatingBatchId,
  );
  const requisition = batch && (await findRatable(deps, actor, batch.requisitionId));
  if (!requisition) return null;
  const tasks = await deps.stores.ratingTasks.findMany(organisationId, batch.taskIds);
  const byId = new Map<RatingTaskId, RatingTask>(tasks.map((task) => [task.id, task]));
  const seats = batch.taskIds.flatMap((id) => {
    const task = byId.get(id);
    const seat = task && seatOf(task, personId);
    return task && seat ? [{ task, seat: asHandedIn(batch, id, seat) }] : [];
  });
  return {
    batch,
    requisition,
    seats: withSeeds(batch, seats),
    erased: batch.taskIds.filter((id) => !byId.has(id)),
  };
}

/** What was handed in, also before the slot holds it. */
function asHandedIn({ judgements }: RatingBatch, taskId: RatingTaskId, seat: Seat): Seat {
  const judgement = judgements?.[taskId] ?? seat.slot.judgement;
  return { ...seat, slot: { ...seat.slot, judgement } };
}
