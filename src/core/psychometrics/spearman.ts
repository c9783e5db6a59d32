import { midRanks } from './mid-ranks.ts';
import { pearson } from './pearson.ts';

/**
 * Spearman's ρ of two lists of values, ties included: the correlation of their mid-ranks.
 * Null where all values of a list are alike. Throws where the lists differ in length.
 */
export function spearman(xs: readonly number[], ys: readonly number[]): number | null {
  return pearson(midRanks(xs), midRanks(ys));
}
