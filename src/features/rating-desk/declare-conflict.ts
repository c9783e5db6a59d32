import type { Actor } from '../../core/person/person.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';
import type { SeatInBatch } from './load-batch.ts';

/** "I know this person": the seat is free for somebody else, and this rater never gets the response again. */
export async function declareConflict(
  deps: Deps,
  actor: Actor,
  { task, seat }: SeatInBatch,
): Promise<boolean> {
  const { organisationId, requisitionId, applicantId, id: taskId } = task;
  const event = staffEvent(actor.personId, {
    type: 'rating-conflict-declared',
    at: deps.clock(),
    organisationId,
    facts: { requisitionId, applicantId, taskId },
  });
  const at = { task, slotIndex: seat.index, raterId: actor.personId };
  return deps.stores.ratingTasks.release(at, [event]);
}
