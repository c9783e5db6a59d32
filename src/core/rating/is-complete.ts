import type { CriterionId } from '../kernel/ids.ts';
import type { Judgement } from './rating-task.ts';

/** Whether a draft could be handed in: a level for every criterion of the task, or why it cannot be rated. */
export function isComplete(draft: Judgement | null, criteria: readonly CriterionId[]): draft is Judgement {
  if (draft === null) return false;
  return draft.unratable !== null || criteria.every((criterion) => draft.levels[criterion] !== undefined);
}
