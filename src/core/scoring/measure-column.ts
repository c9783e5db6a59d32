import type { Measured } from '../psychometrics/are-distinguishable.ts';
import type { Precision, PrecisionInput } from '../psychometrics/precision.ts';
import { standardErrorOfMeasurement } from '../psychometrics/standard-error-of-measurement.ts';
import type { ItemId } from '../kernel/ids.ts';
import type { Standing } from './standing.ts';

/** Columns whose reliability can be known; a single criterion has none of its own. */
export type MeasuredColumn = 'judgment' | 'written';

/** What an assessment's authors assume of both columns until data say better. */
export type PlanningValues = Readonly<Record<MeasuredColumn, PrecisionInput['planning']>>;

/**
 * A score with its standard error, or null where there is no score or no error can be stated. Where parts are missing
 * the error grows with √(asked / there), because the error variance of a mean of k parts is proportional to 1 / k.
 */
export function measureColumn(
  column: MeasuredColumn,
  standing: Standing,
  precision: Precision,
): Measured | null {
  const { value: score } = column === 'judgment' ? standing.judgment.score : standing.written;
  const sem = wholeError(precision);
  if (score === null || sem === null) return null;
  const { asked, there } = column === 'judgment' ? situations(standing) : prompts(standing);
  return { score, sem: sem * Math.sqrt(asked / there) };
}

/** The standard error of a score of which nothing is missing: nobody's is smaller. Null where none can be stated. */
export const wholeError = (precision: Precision): number | null =>
  precision.kind === 'cannot-be-established'
    ? null
    : standardErrorOfMeasurement(precision.sd, precision.reliability).value;

const situations = ({ judgment }: Standing) => ({ asked: judgment.asked, there: judgment.answered });

/** Prompts of the form, and those with a level on at least one criterion. */
function prompts({ criteria }: Standing) {
  const asked = new Set<string>();
  const there = new Set<string>();
  for (const criterion of criteria) {
    for (const prompt in criterion.prompts) {
      asked.add(prompt);
      if (criterion.prompts[prompt as ItemId]?.level !== null) there.add(prompt);
    }
  }
  return { asked: asked.size, there: there.size };
}
