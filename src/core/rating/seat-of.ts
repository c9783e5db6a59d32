import type { PersonId } from '../kernel/ids.ts';
import type { RatingTask, Slot } from './rating-task.ts';

/** A rater's place in a task. */
export interface Seat {
  readonly index: number;
  readonly slot: Slot;
}

/** The seat that this rater has in a task, held or handed in; null where there is none or it was voided. */
export function seatOf(task: RatingTask, raterId: PersonId): Seat | null {
  const index = task.slots.findIndex((slot) => slot.raterId === raterId && slot.voided === null);
  const slot = task.slots[index];
  return slot === undefined ? null : { index, slot };
}
