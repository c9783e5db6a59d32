import { findRoot } from './find-root.ts';
import { tCdf } from './t-cdf.ts';

/** t with P(T ≤ t) = p, for 0 < p < 1. */
export function tQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError('a quantile needs a share between 0 and 1');
  if (p < 0.5) return -tQuantile(1 - p, df);
  return findRoot((t) => tCdf(t, df), p, 0, 1);
}
