import { mean } from './mean.ts';
import { populationSd } from './population-sd.ts';

export interface RatedTwice {
  readonly first: number | null;
  readonly second: number | null;
}

export type Agreement =
  | { readonly value: number; readonly n: number; readonly reason: null }
  | { readonly value: null; readonly n: number; readonly reason: 'no-pairable-values' | 'no-variance' };

/**
 * Quadratic-weighted kappa (Cohen 1968) in closed form:
 * 1 − Σ(a − b)² / (n s_a² + n s_b² + n (ā − b̄)²), population variances; unused levels at the ends change nothing.
 * Pairs with a missing rating are dropped; n counts the pairs used. Null without a pair and where both raters gave one
 * same level throughout. Never clipped. Shown from 30 double ratings on; that is the caller's rule.
 */
export function quadraticKappa(ratings: readonly RatedTwice[]): Agreement {
  const pairs = ratings.filter(
    (pair): pair is { first: number; second: number } => pair.first !== null && pair.second !== null,
  );
  const n = pairs.length;
  if (n === 0) return { value: null, n, reason: 'no-pairable-values' };
  const first = pairs.map((pair) => pair.first);
  const second = pairs.map((pair) => pair.second);
  const expected = populationSd(first) ** 2 + populationSd(second) ** 2 + (mean(first) - mean(second)) ** 2;
  if (expected === 0) return { value: null, n, reason: 'no-variance' };
  return {
    value: 1 - mean(pairs.map((pair) => (pair.first - pair.second) ** 2)) / expected,
    n,
    reason: null,
  };
}
