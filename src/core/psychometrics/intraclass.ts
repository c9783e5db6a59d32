import type { Interval } from './feldt-interval.ts';
import { fQuantile } from './f-quantile.ts';
import { fUpperTail } from './f-upper-tail.ts';
import { ROUNDING, type MeanSquares } from './mean-squares.ts';
import { sum } from './sum.ts';

/** One coefficient with its F test and interval; null where it, or F, does not exist. */
export interface Intraclass {
  readonly value: number | null;
  readonly F: number | null;
  readonly df1: number;
  readonly df2: number;
  readonly p: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export type IntraclassKind = 'icc1' | 'icc2' | 'icc3' | 'icc1k' | 'icc2k' | 'icc3k';

/**
 * Intraclass correlations (Shrout & Fleiss 1979): 1 one-way, 2 two-way agreement, 3 two-way consistency; of one rater and
 * (k) of the mean of k. Intervals of 1 and 3 from F, of ICC(2,1) with Satterthwaite's degrees of freedom, of ICC(2,k) by
 * stepping those bounds up (Spearman & Brown). A negative coefficient is returned as it is. Null where the ratings give
 * nothing to divide by; F, p and interval are null where the error is 0. Assumes normal errors of one size.
 * Shown from 30 targets on; that is the caller's rule.
 */
export function intraclass(squares: MeanSquares, level = 0.95): Readonly<Record<IntraclassKind, Intraclass>> {
  const { n, k, rows, columns, error, within } = squares;
  const one = fTest(rows, within, [n - 1, n * (k - 1)], level);
  const two = fTest(rows, error, [n - 1, (n - 1) * (k - 1)], level);
  const severity = (k * (columns - error)) / n;
  const single = (ratio: number) => (ratio - 1) / (ratio + k - 1);
  const average = (ratio: number) => 1 - 1 / ratio;
  const icc2 = quotient(rows - error, [rows, (k - 1) * error, severity]);
  const bounds = icc2 === null || two.F === null ? null : agreementInterval(squares, icc2, level);
  const stepped = (r: number) => (k * r) / (1 + (k - 1) * r);
  return {
    icc1: coefficient(quotient(rows - within, [rows, (k - 1) * within]), one, one.bounds, single),
    icc2: coefficient(icc2, two, bounds),
    icc3: coefficient(quotient(rows - error, [rows, (k - 1) * error]), two, two.bounds, single),
    icc1k: coefficient(quotient(rows - within, [rows]), one, one.bounds, average),
    icc2k: coefficient(quotient(rows - error, [rows, severity / k]), two, bounds, stepped),
    icc3k: coefficient(quotient(rows - error, [rows]), two, two.bounds, average),
  };
}

type FTest = Pick<Intraclass, 'F' | 'df1' | 'df2' | 'p'> & { readonly bounds: Interval | null };

/** F with the bounds that the true ratio has at the level. */
function fTest(rows: number, noise: number, [df1, df2]: readonly [number, number], level: number): FTest {
  if (noise === 0) return { F: null, df1, df2, p: null, bounds: null };
  const F = rows / noise;
  const high = (1 + level) / 2;
  const bounds = { lower: F / fQuantile(high, df1, df2), upper: F * fQuantile(high, df2, df1) };
  return { F, df1, df2, p: fUpperTail(F, df1, df2), bounds };
}

function coefficient(
  value: number | null,
  { F, df1, df2, p }: FTest,
  bounds: Interval | null,
  toScale = (bound: number) => bound,
): Intraclass {
  const at = (bound: number | undefined) => finite(bound === undefined ? NaN : toScale(bound));
  return { value, F, df1, df2, p, lower: at(bounds?.lower), upper: at(bounds?.upper) };
}

/** Bounds of ICC(2,1) (Shrout & Fleiss 1979, p. 424). */
function agreementInterval(
  { n, k, rows, columns, error }: MeanSquares,
  r: number,
  level: number,
): Interval | null {
  const ratio = columns / error;
  const share = n * (1 + (k - 1) * r) - k * r;
  const spread = (n - 1) * (k * r * ratio) ** 2 + share ** 2;
  const v = ((k - 1) * (n - 1) * (k * r * ratio + share) ** 2) / spread;
  if (!(Number.isFinite(v) && v > 0)) return null;
  const f1 = fQuantile((1 + level) / 2, n - 1, v);
  const f2 = fQuantile((1 + level) / 2, v, n - 1);
  const noise = k * columns + (k * n - k - n) * error;
  return {
    lower: (n * (rows - f1 * error)) / (f1 * noise + n * rows),
    upper: (n * (f2 * rows - error)) / (noise + n * f2 * rows),
  };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Null where the parts below cancel: what rounding leaves of 0 is nothing to divide by. */
function quotient(above: number, parts: readonly number[]): number | null {
  const below = sum(parts);
  const size = sum(parts.map((part) => Math.abs(part)));
  return Math.abs(below) <= ROUNDING * size ? null : finite(above / below);
}
