import { known, unknown, type Estimate } from '../kernel/estimate.ts';
import type { Matrix } from './covariance-matrix.ts';
import { invertMatrix } from './invert-matrix.ts';
import { sum } from './sum.ts';

/**
 * Guttman's λ6 (1945) of standardised items: 1 − Σ (1 − smc_i) / Σ R, where smc_i = 1 − 1 / (R⁻¹)_ii is what the other
 * items explain of item i. Input: correlations. Null for one item, and where an item is a sum of others, so that R has
 * no inverse (always with fewer persons than items).
 */
export function guttmanLambda6(correlations: Matrix): Estimate<'fewer-than-two-items' | 'no-variance'> {
  if (correlations.length < 2) return unknown('fewer-than-two-items');
  const inverse = invertMatrix(correlations);
  const all = sum(correlations.flat());
  if (inverse === null || all < 1e-12) return unknown('no-variance');
  return known(1 - sum(inverse.map((row, item) => 1 / (row[item] ?? NaN))) / all);
}
