import type { PersonId } from '../../core/kernel/ids.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';

/** What a rater holds in a role and has not handed in. A batch whose slots are just being handed in is left alone. */
export async function findPassable(
  { stores }: Deps,
  { organisationId, id }: Requisition,
  raterId: PersonId,
): Promise<readonly RatingTask[]> {
  const [held, batches] = await Promise.all([
    stores.ratingTasks.listHeld(organisationId, raterId),
    stores.ratingBatches.listOfRater(organisationId, raterId),
  ]);
  const done = new Set(
    batches.filter(({ judgements }) => judgements !== undefined).flatMap(({ taskIds }) => taskIds),
  );
  return held.filter(({ requisitionId, id: taskId }) => requisitionId === id && !done.has(taskId));
}
