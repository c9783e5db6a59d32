import type { PersonId } from '../kernel/ids.ts';
import type { RatingTask, Slot } from './rating-task.ts';

/**
 * The seat of a task that this rater may take: a free one or one whose lease ran out. Nobody who rates or rated the
 * response, or has declared that they know the person, may take another. Null where there is none.
 */
export function openSeat(task: RatingTask, raterId: PersonId, now: Date): number | null {
  if (task.state !== 'rating' && task.state !== 'third') return null;
  if (task.notRaterIds.includes(raterId)) return null;
  const index = task.slots.findIndex((slot) => isOpen(slot, now));
  return index === -1 ? null : index;
}

function isOpen({ state, leaseUntil, voided }: Slot, now: Date): boolean {
  if (voided !== null) return false;
  return state === 'free' || (state === 'held' && leaseUntil !== null && leaseUntil < now);
}
