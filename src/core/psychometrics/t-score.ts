import { mean } from './mean.ts';
import { normalQuantile } from './normal-quantile.ts';
import { percentileRank } from './percentile-rank.ts';
import { sampleVariance } from './sample-variance.ts';

/** T = 50 + 10 (x − M) / SD on given constants. Null where the SD is not positive. */
export function tScore(score: number, centre: number, sd: number): number | null {
  return sd > 0 ? 50 + (10 * (score - centre)) / sd : null;
}

/** Mean and SD (n − 1) of a norm group. Null for fewer than two people and where nobody differs. */
export function normConstants(
  norm: readonly number[],
): { readonly mean: number; readonly sd: number } | null {
  if (norm.length < 2) return null;
  const sd = Math.sqrt(sampleVariance(norm));
  return sd < 1e-12 ? null : { mean: mean(norm), sd };
}

/** Normalised T = 50 + 10 Φ⁻¹(mid-rank percentile / 100). Null outside the norm group, where it is not finite. */
export function normalisedTScore(norm: readonly number[], score: number): number | null {
  const rank = percentileRank(norm, score);
  return rank === null || rank <= 0 || rank >= 100 ? null : 50 + 10 * normalQuantile(rank / 100);
}
