import { mean } from '../psychometrics/mean.ts';

/** Levels at most this far apart are one judgement, and their mean is the score. */
const TOLERANCE = 1;

/** Whether two ratings are near enough for their mean to stand. */
export function areWithinTolerance(first: number, second: number, tolerance = TOLERANCE): boolean {
  return Math.abs(first - second) <= tolerance;
}

export type Settlement =
  | { readonly kind: 'settled'; readonly final: number }
  | { readonly kind: 'third' }
  /** Too few ratings: what there is may be shown as provisional and compared with nobody. */
  | { readonly kind: 'waiting'; readonly provisional: number | null };

/** What the first ratings of one response give, before any third: their mean, a third rater, or more waiting. */
export function settleRatings(
  ratings: readonly number[],
  { tolerance = TOLERANCE, required = 2 }: { readonly tolerance?: number; readonly required?: number } = {},
): Settlement {
  if (ratings.length < required)
    return { kind: 'waiting', provisional: ratings.length === 0 ? null : mean(ratings) };
  const near = areWithinTolerance(Math.min(...ratings), Math.max(...ratings), tolerance);
  return near ? { kind: 'settled', final: mean(ratings) } : { kind: 'third' };
}

/**
 * How a third rating joins two that were too far apart: all three count alike (parity, ours), the third and the nearer
 * of the two (tertium quid; all three where both are as near), or the third alone (expert). Johnson, Penny & Gordon 2000.
 */
export type ThirdRule = 'parity' | 'tertium-quid' | 'expert';

/** The score of a response with a third rating. */
export function scoreWithThird(first: number, second: number, third: number, rule: ThirdRule): number {
  if (rule === 'expert') return third;
  const nearer = Math.abs(first - third) - Math.abs(second - third);
  if (rule === 'parity' || nearer === 0) return mean([first, second, third]);
  return mean([nearer < 0 ? first : second, third]);
}
