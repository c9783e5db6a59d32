import { nestedRaterStudy } from '../psychometrics/nested-rater-components.ts';
import { promptRaterStudy, type RatedPrompt } from '../psychometrics/prompt-rater-components.ts';
import { ratingComponents } from '../psychometrics/rating-components.ts';
import type { PromptOrRater } from './quality-report.ts';

const RATERS = 2;

/**
 * Whether one prompt or one rater more would help: reliability for comparing people (G) from the variance components of
 * ratings, every person with two ratings of every prompt. Null where the components cannot be told.
 */
export function studyPromptsAndRaters(
  ratings: readonly RatedPrompt[],
  prompts: number,
): PromptOrRater | null {
  const found = ratingComponents(ratings);
  if (found.reason !== null) return null;
  const g = (promptsWanted: number, raters: number): number | null => {
    const wanted = { prompts: promptsWanted, raters };
    return (found.design === 'p×i×r' ? promptRaterStudy(found, wanted) : nestedRaterStudy(found, wanted)).g;
  };
  const [now, morePrompts, moreRaters] = [g(prompts, RATERS), g(prompts + 1, RATERS), g(prompts, RATERS + 1)];
  if (now === null || morePrompts === null || moreRaters === null) return null;
  const people = new Set(ratings.map(({ person }) => person)).size;
  return { design: found.design, people, prompts, now, morePrompts, moreRaters };
}
