import type { WrittenResponseItem } from '../item/item.ts';
import { responseState } from '../item/response-state.ts';
import type { ResponseValue } from '../item/response-value.ts';
import type { CriterionId } from '../kernel/ids.ts';
import type { Resolution } from '../rating/rating-task.ts';
import type { PromptLevel } from './standing.ts';

export interface PromptEvidence {
  readonly prompt: WrittenResponseItem;
  readonly response: ResponseValue | null;
  /** Until the attempt is finished an empty response is not yet an empty response. */
  readonly finished: boolean;
  readonly resolution: Resolution | null;
}

/**
 * The level of one criterion on one prompt, or why there is none. An empty response has no task and counts as the
 * lowest level, for whatever cause it is empty.
 */
export function promptLevel(criterion: CriterionId, evidence: PromptEvidence): PromptLevel {
  const { prompt, response, finished, resolution } = evidence;
  if (!prompt.criteria.some((named) => named.criterion === criterion)) return without('not-rated-here');
  if (!finished) return without('waiting');
  if (responseState(prompt, response) === 'empty') return { level: 1, basis: 'empty', reason: null };
  if (resolution === null) return without('waiting');
  if (resolution.kind === 'unratable') return without('unratable');
  const settled = resolution.criteria[criterion];
  if (settled === undefined) throw new Error(`${criterion} was not rated on ${prompt.id}, which names it`);
  return { level: settled.level, basis: settled.kind, reason: null };
}

const without = (reason: 'not-rated-here' | 'waiting' | 'unratable'): PromptLevel => ({
  level: null,
  basis: null,
  reason,
});
