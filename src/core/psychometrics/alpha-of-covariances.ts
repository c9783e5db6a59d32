import { known, unknown, type Estimate } from '../kernel/estimate.ts';
import type { Matrix } from './covariance-matrix.ts';
import { isSoundTable } from './sound-data.ts';
import { sum } from './sum.ts';

/**
 * Cronbach's alpha from a covariance matrix: k/(k−1) · (1 − trace / sum of all). From a correlation matrix it is the
 * standardised alpha k r̄ / (1 + (k−1) r̄). Null for one item, where the sum does not vary, and for no square matrix.
 */
export function alphaOfCovariances(
  matrix: Matrix,
): Estimate<'fewer-than-two-items' | 'no-variance' | 'invalid-response'> {
  const k = matrix.length;
  if (!isSoundTable(matrix, 'matrix') || (matrix[0]?.length ?? 0) !== k) return unknown('invalid-response');
  if (k < 2) return unknown('fewer-than-two-items');
  const all = sum(matrix.flat());
  if (all < 1e-12) return unknown('no-variance');
  const trace = sum(matrix.map((row, item) => row[item] ?? 0));
  return known((k / (k - 1)) * (1 - trace / all));
}

/** Mean of the correlations off the diagonal. */
export function meanCorrelation(correlations: Matrix): number | null {
  const k = correlations.length;
  return k < 2 ? null : (sum(correlations.flat()) - k) / (k * (k - 1));
}
