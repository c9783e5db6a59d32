import { nestedRaterComponents, type NestedResult } from './nested-rater-components.ts';
import {
  promptRaterComponents,
  type PromptRaterResult,
  type RatedPrompt,
} from './prompt-rater-components.ts';

/**
 * Variance components of ratings by the design that they follow, which the result names: p × i × r where the same raters
 * rated every response, else r:(p × i), where severity counts as error. Null with the reason of that design.
 */
export function ratingComponents(ratings: readonly RatedPrompt[]): PromptRaterResult | NestedResult {
  return isCrossed(ratings) ? promptRaterComponents(ratings) : nestedRaterComponents(ratings);
}

function isCrossed(ratings: readonly RatedPrompt[]): boolean {
  const sizeOf = (of: (one: RatedPrompt) => string) => new Set(ratings.map(of)).size;
  return (
    sizeOf((one) => one.person) * sizeOf((one) => one.prompt) * sizeOf((one) => one.rater) === ratings.length
  );
}
