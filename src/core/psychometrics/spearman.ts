import { mean } from './mean.ts';
import { midRanks } from './mid-ranks.ts';
import { standardise } from './standardise.ts';

/**
 * Spearman's ρ of two lists of values, ties included: the correlation of their mid-ranks.
 * Null where all values of a list are alike. Throws where the lists differ in length.
 */
export function spearman(xs: readonly number[], ys: readonly number[]): number | null {
  if (xs.length !== ys.length) throw new RangeError('both lists must have the same length');
  const [x, y] = [standardise(midRanks(xs)), standardise(midRanks(ys))];
  if (x === null || y === null) return null;
  // Rounding can lead a hair past the ends.
  return Math.min(1, Math.max(-1, mean(x.map((z, index) => z * (y[index] ?? 0)))));
}
