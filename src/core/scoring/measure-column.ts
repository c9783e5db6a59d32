import type { Measured } from '../psychometrics/are-distinguishable.ts';
import type { Precision, PrecisionInput } from '../psychometrics/precision.ts';
import { standardErrorOfMeasurement } from '../psychometrics/standard-error-of-measurement.ts';
import type { ItemId } from '../kernel/ids.ts';
import { isSlot, placeOfSlot, type MeasuredColumn, type ScoreColumn } from './score-column.ts';
import type { CriterionStanding, Standing } from './standing.ts';

/** What an assessment's authors assume of both columns until data say better. */
export type PlanningValues = Readonly<Record<MeasuredColumn, PrecisionInput['planning']>>;

/**
 * A score with its standard error, or null where there is no score or no error can be stated. Where parts are missing
 * the error grows with √(asked / there), because the error variance of a mean of k parts is proportional to 1 / k.
 */
export function measureColumn(
  column: ScoreColumn,
  standing: Standing,
  precision: Precision,
): Measured | null {
  const score = scoreOf(column, standing);
  const sem = wholeError(precision);
  if (score === null || sem === null) return null;
  const { asked, there } =
    column === 'judgment' ? situations(standing) : prompts(criteriaOf(column, standing));
  return { score, sem: sem * Math.sqrt(asked / there) };
}

/** The standard error of a score of which nothing is missing: nobody's is smaller. Null where none can be stated. */
export const wholeError = (precision: Precision): number | null =>
  precision.kind === 'cannot-be-established'
    ? null
    : standardErrorOfMeasurement(precision.sd, precision.reliability).value;

/** The score of a column, or null where there is none. */
export function scoreOf(column: ScoreColumn, standing: Scored): number | null {
  if (isSlot(column)) return standing.criteria[placeOfSlot(column)]?.score.value ?? null;
  return column === 'judgment' ? standing.judgment.score.value : standing.written.value;
}

type Scored = Pick<Standing, 'judgment' | 'written' | 'criteria'>;

/** What a written column is made of: all criteria, or the one. */
const criteriaOf = (column: ScoreColumn, { criteria }: Standing): readonly CriterionStanding[] =>
  isSlot(column) ? criteria.slice(placeOfSlot(column), placeOfSlot(column) + 1) : criteria;

const situations = ({ judgment }: Standing) => ({ asked: judgment.asked, there: judgment.answered });

/** Prompts that name one of these criteria, and those with a level on at least one. */
function prompts(criteria: readonly CriterionStanding[]) {
  const asked = new Set<string>();
  const there = new Set<string>();
  for (const criterion of criteria) {
    for (const prompt in criterion.prompts) {
      const level = criterion.prompts[prompt as ItemId];
      if (level === undefined || level.reason === 'not-rated-here') continue;
      asked.add(prompt);
      if (level.level !== null) there.add(prompt);
    }
  }
  return { asked: asked.size, there: there.size };
}
