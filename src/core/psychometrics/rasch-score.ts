import { known, unknown, type Estimate } from '../kernel/estimate.ts';
import { findRoot } from './find-root.ts';
import { isSoundList } from './sound-data.ts';
import { sum } from './sum.ts';

/** What a rating of 0 to m is expected to be where a person stands `eta` above item and rater, and how it varies. */
export interface ExpectedRating {
  readonly mean: number;
  readonly variance: number;
  /** Probability of each rating. */
  readonly shares: readonly number[];
}

/** Rating scale model (Andrich 1978): ln(P_x / P_{x−1}) = eta − tau_x, for the steps tau_1 to tau_m. */
export function expectedRating(eta: number, steps: readonly number[]): ExpectedRating {
  const exponents = [0];
  for (const step of steps) exponents.push((exponents.at(-1) ?? 0) + eta - step);
  const most = Math.max(...exponents);
  const weights = exponents.map((exponent) => Math.exp(exponent - most));
  const whole = sum(weights);
  const shares = weights.map((weight) => weight / whole);
  const mean = sum(shares.map((share, x) => share * x));
  return { mean, variance: sum(shares.map((share, x) => share * (x - mean) ** 2)), shares };
}

/**
 * Where one person stands after ratings of 0 to `max` by raters and on items of mean difficulty, all steps at 0. Null
 * for all ratings lowest or all highest: the person is outside what can be measured.
 */
export function personMeasure(
  ratings: readonly number[],
  max: number,
): Estimate<'extreme-score' | 'invalid-response'> {
  const sound = isSoundList(ratings, 'ratings') && ratings.length > 0 && Number.isInteger(max) && max > 0;
  if (!sound || ratings.some((rating) => !Number.isInteger(rating) || rating < 0 || rating > max))
    return unknown('invalid-response');
  const score = sum(ratings) / ratings.length;
  if (score === 0 || score === max) return unknown('extreme-score');
  const steps = Array.from({ length: max }, () => 0);
  return known(findRoot((eta) => expectedRating(eta, steps).mean, score, -50, 1));
}
