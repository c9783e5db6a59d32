import { mean } from './mean.ts';
import { standardise } from './standardise.ts';

/**
 * Pearson's correlation of two lists. Null where one of them does not vary, and for fewer than two pairs. Throws where
 * the lists differ in length.
 */
export function pearson(xs: readonly number[], ys: readonly number[]): number | null {
  if (xs.length !== ys.length) throw new RangeError('both lists must have the same length');
  const [x, y] = [standardise(xs), standardise(ys)];
  if (x === null || y === null) return null;
  // Rounding can lead a hair past the ends.
  return Math.min(1, Math.max(-1, mean(x.map((z, index) => z * (y[index] ?? 0)))));
}
