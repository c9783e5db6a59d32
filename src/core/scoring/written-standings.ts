import type { CriterionId, ItemId } from '../kernel/ids.ts';
import { criterionScore } from './criterion-score.ts';
import { promptLevel, type PromptEvidence } from './prompt-level.ts';
import type { CriterionStanding, PromptLevel } from './standing.ts';

/** Levels by prompt and the score of each criterion, in the order of the rubric version. */
export function writtenStandings(
  criteria: readonly CriterionId[],
  evidence: readonly PromptEvidence[],
): readonly CriterionStanding[] {
  return criteria.map((criterion) => {
    const levels = evidence.map((entry) => [entry.prompt.id, promptLevel(criterion, entry)] as const);
    const prompts: Record<ItemId, PromptLevel> = Object.fromEntries(levels);
    return { criterion, score: criterionScore(levels.map(([, level]) => level)), prompts };
  });
}
