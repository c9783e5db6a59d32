import { known, unknown, type Estimate } from '../kernel/estimate.ts';
import { sampleVariance } from './sample-variance.ts';
import { isSoundList } from './sound-data.ts';

/** Variance of ratings spread evenly over a scale of this many levels: (A² − 1) / 12. */
export function evenSpreadVariance(levels: number): number {
  return (levels * levels - 1) / 12;
}

/**
 * r_wg of one option (James, Demaree & Wolf 1984) = 1 − s² / ((A² − 1) / 12): agreement of experts against ratings spread
 * evenly over the A levels, s² with n − 1. Negative where they spread more than that: report 0 and drop the option from
 * the key. An option is kept from .70 on. Null for fewer than two experts, fewer than two levels, or ratings that are
 * not finite.
 */
export function withinGroupAgreement(
  ratings: readonly number[],
  levels: number,
): Estimate<'fewer-than-two-raters' | 'invalid-response'> {
  if (!isSoundList(ratings, 'ratings') || !(levels > 1)) return unknown('invalid-response');
  if (ratings.length < 2) return unknown('fewer-than-two-raters');
  return known(1 - sampleVariance(ratings) / evenSpreadVariance(levels));
}
