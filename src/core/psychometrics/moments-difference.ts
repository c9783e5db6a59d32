import { unknown, type NoFigureReason } from '../kernel/estimate.ts';
import type { Interval } from './feldt-interval.ts';
import { logGamma } from './log-gamma.ts';
import { normalQuantile } from './normal-quantile.ts';
import { tCdf } from './t-cdf.ts';
import { tQuantile } from './t-quantile.ts';

/** What the difference of a group needs: its variance has n − 1 in the denominator. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

export interface MeanDifference extends Interval {
  readonly reason: null;
  /** Cohen's d, focal less reference, over the pooled SD; with Hedges' correction, exact and approximate. */
  readonly d: number;
  readonly g: number;
  readonly gApproximate: number;
  /** The difference itself, in points of the scores, with the interval of Welch's test. */
  readonly raw: Interval & { readonly value: number };
  /** Welch's test; p is two-sided. */
  readonly t: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Standardised difference of two group means: d = (M1 − M2) / S_pooled, g = d Γ(df/2) / (√(df/2) Γ((df − 1)/2)) or about
 * d (1 − 3 / (4 df − 1)), interval of d from its large-sample variance (n1 + n2)/(n1 n2) + d² / (2 (n1 + n2)). Null for fewer
 * than two people in a group and where neither group varies.
 */
export function momentsDifference(
  focal: Moments,
  reference: Moments,
  level: number,
): MeanDifference | { readonly value: null; readonly reason: NoFigureReason } {
  const [n1, n2] = [focal.n, reference.n];
  if (n1 < 2 || n2 < 2) return unknown('insufficient-n');
  const [v1, v2] = [focal.variance, reference.variance];
  const df = n1 + n2 - 2;
  const pooled = Math.sqrt(((n1 - 1) * v1 + (n2 - 1) * v2) / df);
  if (pooled < 1e-9) return unknown('no-variance');
  const apart = focal.mean - reference.mean;
  const d = apart / pooled;
  const half = normalQuantile((1 + level) / 2) * Math.sqrt((n1 + n2) / (n1 * n2) + (d * d) / (2 * (n1 + n2)));
  const correction = Math.exp(logGamma(df / 2) - logGamma((df - 1) / 2)) / Math.sqrt(df / 2);
  return {
    reason: null,
    d,
    g: d * correction,
    gApproximate: d * (1 - 3 / (4 * df - 1)),
    lower: d - half,
    upper: d + half,
    ...welch(apart, [v1 / n1, n1], [v2 / n2, n2], level),
  };
}

function welch(
  apart: number,
  [e1, n1]: readonly [number, number],
  [e2, n2]: readonly [number, number],
  level: number,
): Pick<MeanDifference, 'raw' | 't' | 'df' | 'p'> {
  const error = Math.sqrt(e1 + e2);
  const t = apart / error;
  const df = (e1 + e2) ** 2 / (e1 ** 2 / (n1 - 1) + e2 ** 2 / (n2 - 1));
  const half = tQuantile((1 + level) / 2, df) * error;
  const raw = { value: apart, lower: apart - half, upper: apart + half };
  return { raw, t, df, p: 2 * tCdf(-Math.abs(t), df) };
}
