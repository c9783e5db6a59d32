import { tallyDoubleRatings, type DoubleRatingTally } from './tally-double-ratings.ts';

export interface RatedTwice {
  readonly first: number | null;
  readonly second: number | null;
}

export type Agreement =
  | { readonly value: number; readonly n: number; readonly reason: null }
  | {
      readonly value: null;
      readonly n: number;
      readonly reason: 'no-pairable-values' | 'no-variance' | 'invalid-response';
    };

/**
 * Quadratic-weighted kappa (Cohen 1968) in closed form:
 * 1 − Σ(a − b)² / (n s_a² + n s_b² + n (ā − b̄)²), population variances; unused levels at the ends change nothing.
 * Pairs with a missing rating are dropped; n counts the pairs used. Null without a pair, where both raters gave one
 * same level throughout, and for a rating that is not finite. Never clipped. Shown from 30 double ratings on; that is
 * the caller's rule. Ratings too many for a list are tallied in chunks by `tallyDoubleRatings`.
 */
export function quadraticKappa(ratings: readonly RatedTwice[]): Agreement {
  const pairs = ratings.filter(({ first, second }) => first !== null && second !== null);
  const [first, second] = [pairs.map((pair) => pair.first ?? NaN), pairs.map((pair) => pair.second ?? NaN)];
  if (![...first, ...second].every(Number.isFinite))
    return { value: null, n: pairs.length, reason: 'invalid-response' };
  const tally = tallyDoubleRatings();
  tally.add(first, second);
  return kappaOfTally(tally);
}

/** Quadratic-weighted kappa of what a tally has counted. */
export function kappaOfTally(tally: Pick<DoubleRatingTally, 'sums'>): Agreement {
  const { n, first, second, firstSquares, secondSquares, apartSquares } = tally.sums();
  if (n === 0) return { value: null, n, reason: 'no-pairable-values' };
  const expected = firstSquares + secondSquares - (2 * first * second) / n;
  if (expected <= 1e-12 * (firstSquares + secondSquares)) return { value: null, n, reason: 'no-variance' };
  return { value: 1 - apartSquares / expected, n, reason: null };
}
