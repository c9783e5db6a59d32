import type { Measured } from '../psychometrics/are-distinguishable.ts';
import { referenceComposite } from '../psychometrics/reference-composite.ts';
import { effectiveWeights } from '../psychometrics/weighted-composite.ts';
import type { ColumnPrecision } from '../scoring/column-precision.ts';
import { measureColumn } from '../scoring/measure-column.ts';
import type { Standing } from '../scoring/standing.ts';
import type { ReferenceConstants } from './reference-constants.ts';

export interface OverallScore extends Measured {
  /** T of each part. */
  readonly judgment: number;
  readonly written: number;
  /** Assumed where the precision of either part is. */
  readonly precision: 'assumed' | 'established';
}

const SD_OF_T = 10;

/**
 * Overall = Σ w T with T = 50 + 10 (x − M) / SD on the frozen constants; its SEM is √Σ (w · 10 · SEM / SD)², the errors of
 * the two parts being independent (Mosier). Null where a part has no score or no error can be stated.
 */
export function overallScore(
  standing: Standing,
  constants: ReferenceConstants,
  precision: ColumnPrecision,
): OverallScore | null {
  const known = [precision.judgment, precision.written];
  const judgment = precision.judgment && measureColumn('judgment', standing, precision.judgment);
  const written = precision.written && measureColumn('written', standing, precision.written);
  if (judgment === null || written === null) return null;
  const { n, correlation, weights } = constants;
  const part = (column: 'judgment' | 'written', { score }: Measured) => ({
    score,
    weight: weights[column],
    constants: { n, ...constants[column] },
  });
  const composite = referenceComposite(
    [part('judgment', judgment), part('written', written)],
    [
      [1, correlation],
      [correlation, 1],
    ],
  );
  if (composite.value === null) return null;
  const error = (column: 'judgment' | 'written', { sem }: Measured) =>
    ((weights[column] / 100) * SD_OF_T * sem) / constants[column].sd;
  const [t = 0, u = 0] = composite.tScores;
  return {
    score: composite.value,
    sem: Math.hypot(error('judgment', judgment), error('written', written)),
    judgment: t,
    written: u,
    precision: known.every((one) => one?.kind === 'established') ? 'established' : 'assumed',
  };
}

/** Whole percent that each part really contributes to differences in Overall; null where Overall does not vary. */
export function effectiveShares({ weights, correlation }: ReferenceConstants) {
  const [judgment, written] =
    effectiveWeights({
      weights: [weights.judgment, weights.written],
      sd: [SD_OF_T, SD_OF_T],
      cor: [
        [1, correlation],
        [correlation, 1],
      ],
    }) ?? [];
  return judgment === undefined || written === undefined
    ? null
    : { judgment: Math.round(100 * judgment), written: 100 - Math.round(100 * judgment) };
}
