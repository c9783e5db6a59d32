import type { Actor } from '../../core/person/person.ts';
import { seatOf } from '../../core/rating/seat-of.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';
import type { SeatInBatch } from './load-batch.ts';

/**
 * "I know this person": this rater's seats in everything that the person wrote for the role are free for somebody else,
 * and the rater never gets any of it again. What was handed in before stays.
 */
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
  const { ratingTasks } = deps.stores;
  const raterId = actor.personId;
  if (!(await ratingTasks.release({ task, slotIndex: seat.index, raterId }, [event]))) return false;
  await ratingTasks.excludeRater(task, raterId);
  const others = await ratingTasks.listOfAttempt(organisationId, requisitionId, task.attemptId);
  for (const other of others) {
    const own = seatOf(other, raterId);
    if (own?.slot.state === 'held') {
      await ratingTasks.release({ task: other, slotIndex: own.index, raterId }, []);
    }
  }
  return true;
}
