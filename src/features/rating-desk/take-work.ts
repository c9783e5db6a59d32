import type { ItemId, RatingBatchId, RequisitionId } from '../../core/kernel/ids.ts';
import { seededOrder } from '../../core/kernel/seeded-order.ts';
import type { Actor } from '../../core/person/person.ts';
import { openSeat } from '../../core/rating/open-seat.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import { seatOf } from '../../core/rating/seat-of.ts';
import type { Deps } from '../../deps.ts';
import { newId } from '../../ops/secrets.ts';
import { heldBackWords } from './ask-gate.ts';
import { findRatable, listWork } from './list-work.ts';
import { openBatch } from './open-batch.ts';
import { leaseFrom } from './lease.ts';

/** Taken in one go, so that a rater who leaves does not keep much from others. */
export const MOST_TAKEN = 20;

type Outcome =
  | { readonly kind: 'taken'; readonly batchId: RatingBatchId }
  | { readonly kind: 'nothing-left' }
  | { readonly kind: 'held-back'; readonly why: string };

/** Takes free seats of one prompt, each by one conditional update, and puts what was got into a batch. */
export async function takeWork(
  deps: Deps,
  actor: Actor,
  wanted: { readonly requisitionId: RequisitionId; readonly itemId: ItemId },
): Promise<Outcome> {
  const { free } = await listWork(deps, actor);
  const work = free.find(
    ({ requisitionId, itemId }) => requisitionId === wanted.requisitionId && itemId === wanted.itemId,
  );
  const requisition = await findRatable(deps, actor, wanted.requisitionId);
  if (work === undefined || requisition === null) return { kind: 'nothing-left' };
  if (work.gate.kind !== 'open') return { kind: 'held-back', why: heldBackWords(work.gate) };
  const taken: RatingTask[] = [];
  for (const task of work.tasks.slice(0, MOST_TAKEN)) if (await take(deps, actor, task)) taken.push(task);
  const [first] = taken;
  if (first === undefined) return { kind: 'nothing-left' };
  const batchId = newId<RatingBatchId>();
  const seed = newId();
  await openBatch(deps, {
    id: batchId,
    requisition,
    raterId: actor.personId,
    itemId: wanted.itemId,
    criteria: first.criteria,
    taskIds: seededOrder(
      seed,
      taken.map(({ id }) => id),
      (id) => id,
    ),
    openedBy: actor.personId,
    dueAt: null,
    insteadOf: null,
    seed,
  });
  return { kind: 'taken', batchId };
}

async function take(deps: Deps, { personId }: Actor, task: RatingTask): Promise<boolean> {
  if (seatOf(task, personId)?.slot.state === 'held') return true;
  const now = deps.clock();
  const slotIndex = openSeat(task, personId, now);
  if (slotIndex === null) return false;
  return deps.stores.ratingTasks.claim({ task, slotIndex, raterId: personId }, now, leaseFrom(now));
}
