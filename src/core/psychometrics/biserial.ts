import { normalQuantile } from './normal-quantile.ts';

/**
 * Biserial from a point-biserial correlation: r_pb √(p q) / φ(z_p), with φ the normal density at the cut and population
 * SD behind r_pb. Assumes a normal trait behind the 0/1 score; can exceed 1 where that fails. Null for p of 0 or 1.
 */
export function biserial(pointBiserial: number, p: number): number | null {
  if (!(p > 0 && p < 1) || !Number.isFinite(pointBiserial)) return null;
  const z = normalQuantile(p);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return (pointBiserial * Math.sqrt(p * (1 - p))) / density;
}
