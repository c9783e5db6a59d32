import { groupBy } from '../kernel/group-by.ts';
import type { ItemId, PersonId, RatingTaskId } from '../kernel/ids.ts';
import { seededOrder } from '../kernel/seeded-order.ts';
import { RATERS_PER_RESPONSE } from './estimate-workload.ts';
import { RaterChoice, type ChoiceInput, type SeatToFill } from './rater-choice.ts';

export interface AllocateInput extends ChoiceInput {
  readonly responses: readonly SeatToFill[];
  readonly raterIds: readonly PersonId[];
  /** Members of the requisition never rate in it, whoever chose them. */
  readonly memberIds: readonly PersonId[];
}

export interface Assignment {
  readonly taskId: RatingTaskId;
  readonly itemId: ItemId;
  readonly raterIds: readonly PersonId[];
}

export type Allocation =
  | { readonly kind: 'allocated'; readonly assignments: readonly Assignment[] }
  | { readonly kind: 'too-few-raters'; readonly wanted: number; readonly found: number };

/**
 * Gives every response two raters: at random by the seed, prompt by prompt, so that every rater gets an equal share of
 * every prompt; a rater gets two prompts of one person only where the pool is too small for anything else. Random pairs
 * rather than fixed ones keep all raters connected, so that their severity can be compared. The same input gives the
 * same allocation whatever order it came in.
 */
export function allocate(input: AllocateInput): Allocation {
  const raters = [...new Set(input.raterIds)].filter((id) => !input.memberIds.includes(id));
  const pool = new RaterChoice(raters, input);
  const assignments: Assignment[] = [];
  const prompts = [...groupBy(input.responses, ({ itemId }) => itemId)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [itemId, responses] of prompts) {
    pool.startPrompt();
    for (const response of seededOrder(input.seed, responses, ({ taskId }) => taskId)) {
      const chosen = pool.choose(response, RATERS_PER_RESPONSE);
      if (chosen.length < RATERS_PER_RESPONSE) {
        return { kind: 'too-few-raters', wanted: RATERS_PER_RESPONSE, found: chosen.length };
      }
      assignments.push({ taskId: response.taskId, itemId, raterIds: chosen });
    }
  }
  return { kind: 'allocated', assignments };
}
