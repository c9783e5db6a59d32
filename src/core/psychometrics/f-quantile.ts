import { fCdf } from './f-cdf.ts';
import { findRoot } from './find-root.ts';

/** f with P(F ≤ f) = p, for 0 < p < 1; fractional degrees of freedom allowed. */
export function fQuantile(p: number, df1: number, df2: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError('a quantile needs a share between 0 and 1');
  return findRoot((f) => fCdf(f, df1, df2), p, 0, 1);
}
