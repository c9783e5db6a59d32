import { mean } from '../psychometrics/mean.ts';
import { levelToScore } from './level-to-score.ts';
import type { ColumnScore, PromptLevel } from './standing.ts';

/** A criterion score rests on two prompts or more; one prompt shows a level and no score. */
export const LEAST_PROMPTS = 2;

/**
 * Score of one criterion: the mean over the prompts that name it and have a level, every prompt weighing the same.
 * While any of them waits for its raters there is no score, so that nobody is compared on part of the evidence.
 */
export function criterionScore(levels: readonly PromptLevel[]): ColumnScore {
  if (levels.length === 0) return { value: null, reason: 'no-such-part' };
  if (levels.some(({ reason }) => reason === 'waiting')) return { value: null, reason: 'waiting' };
  const rated = levels.flatMap(({ level }) => (level === null ? [] : [level]));
  if (rated.length < LEAST_PROMPTS) return { value: null, reason: 'too-few-prompts' };
  return { value: levelToScore(mean(rated)), reason: null };
}
