import { groupBy } from '../kernel/group-by.ts';
import type { PersonId } from '../kernel/ids.ts';
import { seededOrder } from '../kernel/seeded-order.ts';
import type { Assignment } from './allocate.ts';
import { RaterChoice, type ChoiceInput, type SeatToFill } from './rater-choice.ts';

interface ReassignInput extends ChoiceInput {
  /** Seats of one rater that are not handed in. */
  readonly seats: readonly SeatToFill[];
  readonly raterIds: readonly PersonId[];
}

/**
 * Gives the seats of one rater to others by the rules of an allocation: prompt by prompt, equal shares, by the seed. A
 * seat that none of them may take is not among the assignments and stays where it is.
 */
export function reassignSeats({ seats, raterIds, met, seed }: ReassignInput): readonly Assignment[] {
  const choice = new RaterChoice([...new Set(raterIds)], { met, seed });
  const prompts = [...groupBy(seats, ({ itemId }) => itemId)].sort(([a], [b]) => (a < b ? -1 : 1));
  return prompts.flatMap(([itemId, ofPrompt]) => {
    choice.startPrompt();
    return seededOrder(seed, ofPrompt, ({ taskId }) => taskId).flatMap((seat) => {
      const chosen = choice.choose(seat, 1);
      return chosen.length === 0 ? [] : [{ taskId: seat.taskId, itemId, raterIds: chosen }];
    });
  });
}
