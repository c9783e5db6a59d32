import { mean } from './mean.ts';
import { sampleVariance } from './sample-variance.ts';
import { tCdf } from './t-cdf.ts';

export interface PairedT {
  readonly t: number;
  readonly df: number;
  /** Two-sided. */
  readonly p: number;
}

/** Student's t of differences against 0. Null for fewer than two, and where all are the same. */
export function pairedT(differences: readonly number[]): PairedT | null {
  const n = differences.length;
  const se = n < 2 ? 0 : Math.sqrt(sampleVariance(differences) / n);
  if (se < 1e-12) return null;
  const t = mean(differences) / se;
  return { t, df: n - 1, p: 2 * tCdf(-Math.abs(t), n - 1) };
}
