import { evenSpreadVariance } from '../psychometrics/within-group-agreement.ts';

const LEVELS = 7;
const MIDDLE = 4;

/** What experts gave to one option. */
export interface OptionAgreement {
  readonly n: number;
  readonly mean: number;
  /** With n − 1. */
  readonly sd: number;
  /** Share of the ratings that lie one point or less from the mean. */
  readonly withinOne: number;
  /** r_wg, 0 where it is negative. */
  readonly agreement: number;
  readonly verdict: 'kept' | 'spread' | 'wider-than-chance';
  /** The mean lies in the middle half point either way: in a pilot such options were found to tell little. */
  readonly middling: boolean;
}

/**
 * Agreement of experts on one option rated 1 to 7: mean, SD with n − 1, and r_wg = 1 − s² / ((7² − 1) / 12) (James,
 * Demaree & Wolf 1984). Kept from .70 on, which is decided in whole numbers: n Σx² − (Σx)² = n (n − 1) s². Null for
 * fewer than two ratings.
 */
export function optionAgreement(ratings: readonly number[]): OptionAgreement | null {
  const n = ratings.length;
  if (n < 2) return null;
  const total = ratings.reduce((sum, rating) => sum + rating, 0);
  const squares = ratings.reduce((sum, rating) => sum + rating * rating, 0);
  const spread = n * squares - total * total;
  const even = evenSpreadVariance(LEVELS);
  const pairs = n * (n - 1);
  return {
    n,
    mean: total / n,
    sd: Math.sqrt(spread / pairs),
    withinOne: ratings.filter((rating) => Math.abs(n * rating - total) <= n).length / n,
    agreement: Math.max(0, 1 - spread / pairs / even),
    verdict:
      10 * spread <= 3 * even * pairs ? 'kept' : spread <= even * pairs ? 'spread' : 'wider-than-chance',
    middling: Math.abs(total - MIDDLE * n) * 2 <= n,
  };
}
