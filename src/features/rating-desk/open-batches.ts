import { groupBy } from '../../core/kernel/group-by.ts';
import type { PersonId, RatingBatchId, RatingTaskId } from '../../core/kernel/ids.ts';
import { seededOrder } from '../../core/kernel/seeded-order.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Assignment } from '../../core/rating/allocate.ts';
import type { RatingBatch } from '../../core/rating/rating-batch.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { newId } from '../../ops/secrets.ts';
import { openBatch } from './open-batch.ts';

interface OpenInput {
  readonly actor: Actor;
  readonly requisition: Requisition;
  readonly tasks: readonly RatingTask[];
  readonly assignments: readonly Assignment[];
  readonly dueAt: Date | null;
  /** Whose seats they were; null where they were nobody's. */
  readonly insteadOf: PersonId | null;
  readonly seed: string;
}

/** One batch for each rater and prompt, every rater with an order of their own. */
export async function openBatches(deps: Deps, input: OpenInput): Promise<readonly RatingBatch[]> {
  const { actor, requisition, tasks, assignments, dueAt, insteadOf, seed } = input;
  const seats = assignments.flatMap(({ taskId, itemId, raterIds }) =>
    raterIds.map((raterId) => ({ raterId, itemId, taskId })),
  );
  // One batch has one set of anchors, also while a role changes from one to another.
  const anchors = new Map(tasks.map(({ id, anchorHash }) => [id, anchorHash]));
  const batchOf = ({ raterId, itemId, taskId }: (typeof seats)[number]) =>
    `${raterId} ${itemId} ${anchors.get(taskId) ?? ''}`;
  const opened: RatingBatch[] = [];
  for (const group of groupBy(seats, batchOf).values()) {
    const [first] = group;
    const task = tasks.find(({ id }) => id === first?.taskId);
    if (first === undefined || task === undefined) continue;
    const { raterId, itemId } = first;
    const taskIds = seededOrder<RatingTaskId>(
      `${seed} ${raterId}`,
      group.map(({ taskId }) => taskId),
      (taskId) => taskId,
    );
    const batch = await openBatch(deps, {
      id: newId<RatingBatchId>(),
      requisition,
      raterId,
      itemId,
      criteria: task.criteria,
      taskIds,
      openedBy: actor.personId,
      dueAt,
      insteadOf,
      seed,
    });
    opened.push(batch);
  }
  return opened;
}

/**
 * Takes out of these batches what somebody else gave out at the same moment, and the batches that are empty then. `won`
 * are the responses whose seats were really given.
 */
export async function keepWon(
  { stores }: Pick<Deps, 'stores'>,
  batches: readonly RatingBatch[],
  won: ReadonlySet<RatingTaskId>,
): Promise<void> {
  for (const batch of batches) {
    const kept = batch.taskIds.filter((id) => won.has(id));
    if (kept.length < batch.taskIds.length) await stores.ratingBatches.keepOnly(batch, kept);
  }
}
