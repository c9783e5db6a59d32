import { fQuantile } from './f-quantile.ts';

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Interval of alpha (Feldt 1965): 1 − (1 − α) F⁻¹(1 − γ/2) to 1 − (1 − α) F⁻¹(γ/2), with n − 1 and (n − 1)(k − 1)
 * degrees of freedom and γ = 1 − level. Input: alpha, n persons (2 or more), k items (2 or more), level such as 0.9.
 */
export function feldtInterval(alpha: number, n: number, k: number, level: number): Interval {
  if (n < 2 || k < 2) throw new RangeError('an interval of alpha needs two persons and two items');
  const tail = (1 - level) / 2;
  const bound = (p: number) => 1 - (1 - alpha) * fQuantile(p, n - 1, (n - 1) * (k - 1));
  return { lower: bound(1 - tail), upper: bound(tail) };
}
