import { handInSlot } from '../../core/rating/hand-in-slot.ts';
import { isComplete } from '../../core/rating/is-complete.ts';
import { raterPool } from '../../core/rating/rater-pool.ts';
import type { RatingBatch } from '../../core/rating/rating-batch.ts';
import type { Judgement, RatingTask } from '../../core/rating/rating-task.ts';
import { seatOf, type Seat } from '../../core/rating/seat-of.ts';
import type { DomainEvent } from '../../core/kernel/domain-event.ts';
import type { PersonId, RatingBatchId, RatingTaskId } from '../../core/kernel/ids.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';

type SlotDeps = Pick<Deps, 'clock' | 'stores'>;

/** Two raters who hand in the same response at the same moment look again; more than a few rounds would be a fault. */
const MOST_ROUNDS = 10;

/** After a batch was handed in: hands in each of its slots. May run twice; a slot handed in stays as it is. */
export async function handInSlots(deps: SlotDeps, { organisationId, facts }: DomainEvent): Promise<void> {
  const batch = await deps.stores.ratingBatches.find(organisationId, facts['batchId'] as RatingBatchId);
  const requisition =
    batch && (await deps.stores.requisitions.find(batch.organisationId, batch.requisitionId));
  if (!requisition) return;
  const people = await deps.stores.people.list(organisationId);
  const pool = raterPool(people, requisition.members).map(({ id }) => id);
  for (const taskId of batch.taskIds) await handInOne(deps, batch, taskId, pool);
  await deps.stores.ratingBatches.forgetJudgements(batch);
}

async function handInOne(
  deps: SlotDeps,
  batch: RatingBatch,
  taskId: RatingTaskId,
  pool: readonly PersonId[],
): Promise<void> {
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const task = await deps.stores.ratingTasks.find(batch.organisationId, taskId);
    const seat = task && seatOf(task, batch.raterId);
    if (!task || !seat) return;
    if (seat.slot.state === 'handed-in') return copyRating(deps, task, seat);
    const judgement = handedInFor(batch, taskId, seat);
    if (isComplete(judgement, task.criteria)) await settleSlot(deps, batch, { task, seat, judgement }, pool);
    // Nobody could finish it any more: the batch is closed.
    else await deps.stores.ratingTasks.release({ task, slotIndex: seat.index, raterId: batch.raterId });
  }
  throw new Error(`task ${taskId} keeps changing while it is handed in`);
}

/** The levels that were checked, whatever was saved since; batches of before they were kept have drafts alone. */
function handedInFor({ judgements }: RatingBatch, taskId: RatingTaskId, { slot }: Seat): Judgement | null {
  return judgements === undefined ? slot.draft : (judgements[taskId] ?? null);
}

/** The slot and what follows from it in one update, which does nothing where the task changed since it was read. */
function settleSlot(
  deps: SlotDeps,
  batch: RatingBatch,
  {
    task,
    seat,
    judgement,
  }: { readonly task: RatingTask; readonly seat: Seat; readonly judgement: Judgement },
  pool: readonly PersonId[],
): Promise<boolean> {
  const at = batch.handedInAt ?? deps.clock();
  const thirdAvailable = pool.some((raterId) => !task.notRaterIds.includes(raterId));
  const after = handInSlot({ task, slotIndex: seat.index, judgement, at, thirdAvailable });
  const { organisationId, requisitionId, applicantId } = task;
  const event = staffEvent(batch.raterId, {
    type: 'response-rated',
    at,
    organisationId,
    facts: { requisitionId, applicantId, taskId: task.id, slot: seat.index, state: after.state },
  });
  return deps.stores.ratingTasks.settle(task, after, [event]);
}

async function copyRating(deps: SlotDeps, task: RatingTask, { index, slot }: Seat): Promise<void> {
  const { raterId, judgement, handedInAt } = slot;
  if (raterId === null || judgement === null || handedInAt === null) {
    throw new Error(`slot ${index} of task ${task.id} is handed in without a judgement`);
  }
  const { organisationId, requisitionId, applicantId, attemptId, itemId, anchorHash, id: taskId } = task;
  await deps.stores.ratings.insert({
    organisationId,
    requisitionId,
    applicantId,
    attemptId,
    itemId,
    anchorHash,
    taskId,
    slot: index,
    raterId,
    judgement,
    handedInAt,
  });
}
