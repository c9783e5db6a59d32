import { findRoot } from './find-root.ts';
import { normalCdf } from './normal-cdf.ts';

/** z with P(Z ≤ z) = p, for 0 < p < 1. The lower tail is searched, where the distribution keeps its digits. */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError('a quantile needs a share between 0 and 1');
  if (p > 0.5) return -normalQuantile(1 - p);
  return findRoot(normalCdf, p, -40, 1);
}
