import type { CriterionId, ItemId } from '../kernel/ids.ts';
import type { MeasuredParts } from '../psychometrics/tally-precision.ts';
import type { Criterion } from '../rubric/rubric.ts';
import { levelToScore } from './level-to-score.ts';
import type { CriterionStanding, PromptLevel, Standing } from './standing.ts';

type Weighted = Pick<Criterion, 'id' | 'weight'>;

/**
 * The parts of a Written score: one for each prompt, its criteria weighted first by the rubric version. Null where there
 * is no score, and where nothing at all was written: equal empty responses would pass for a reliable measurement.
 */
export function writtenParts(
  { written, criteria }: Pick<Standing, 'written' | 'criteria'>,
  weights: readonly Weighted[],
  prompts: readonly ItemId[],
): MeasuredParts | null {
  if (written.value === null || wroteNothing(criteria)) return null;
  return { parts: prompts.map((prompt) => promptScore(prompt, criteria, weights)), score: written.value };
}

/** The parts of a criterion score: its level on each of these prompts, on the scale of scores. */
export function criterionParts(
  { criteria }: Pick<Standing, 'criteria'>,
  criterion: CriterionId,
  prompts: readonly ItemId[],
): MeasuredParts | null {
  const standing = criteria.find((one) => one.criterion === criterion);
  if (standing === undefined || wroteNothing(criteria) || standing.score.value === null) return null;
  const parts = prompts.map((prompt) => scoreOf(standing.prompts[prompt]?.level ?? null));
  return { parts, score: standing.score.value };
}

/** How many responses two raters have read; an empty one has no rater. */
export function countDoubleRatings({ criteria }: Pick<Standing, 'criteria'>): number {
  const read = criteria.flatMap(({ prompts }) =>
    Object.entries(prompts).filter(([, level]) => isRated(level)),
  );
  return new Set(read.map(([prompt]) => prompt)).size;
}

const isRated = ({ basis }: PromptLevel): boolean => basis !== null && basis !== 'empty';

const wroteNothing = (criteria: readonly CriterionStanding[]): boolean =>
  criteria.flatMap(({ prompts }) => Object.values(prompts)).every((level) => !isRated(level));

const scoreOf = (level: number | null): number | null => (level === null ? null : levelToScore(level));

/** Null where a criterion that the prompt names has no level. */
function promptScore(
  prompt: ItemId,
  criteria: readonly CriterionStanding[],
  weights: readonly Weighted[],
): number | null {
  let weighted = 0;
  let total = 0;
  for (const { criterion, prompts } of criteria) {
    const level = prompts[prompt];
    if (level === undefined || level.reason === 'not-rated-here') continue;
    if (level.level === null) return null;
    const weight = weights.find(({ id }) => id === criterion)?.weight ?? 0;
    weighted += weight * levelToScore(level.level);
    total += weight;
  }
  return total === 0 ? null : weighted / total;
}
