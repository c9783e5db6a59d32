import { unknown, type NoFigureReason } from '../kernel/estimate.ts';
import { chiSquareUpperTail } from './chi-square-upper-tail.ts';
import { isCount } from './is-count.ts';
import { sum } from './sum.ts';

/** Counts of one stratum: two groups, each with and without success (right and wrong, selected and not). */
export type TwoByTwo = readonly [a: number, b: number, c: number, d: number];

export interface MantelHaenszel {
  readonly reason: null;
  /** Common odds ratio of the first group to the second; its logarithm, null where that is 0; and its SE. */
  readonly oddsRatio: number;
  readonly logOdds: number | null;
  readonly logSe: number | null;
  readonly chiSquare: number;
  readonly p: number;
  /** With the continuity correction (|ΣA − ΣE| − ½)², taken literally also where the difference is below ½. */
  readonly correctedChiSquare: number;
  readonly correctedP: number;
  readonly strata: number;
}

interface Sums {
  readonly above: number;
  readonly below: number;
  readonly apart: number;
  readonly variance: number;
  readonly pr: number;
  readonly psqr: number;
  readonly qs: number;
}

/**
 * Mantel & Haenszel (1959) over strata: common odds ratio Σ(ad/T) / Σ(bc/T), chi-square with 1 degree of freedom with and
 * without correction, and the standard error of the log odds ratio of Robins, Breslow & Greenland (1986). Only strata with
 * both groups count. Assumes one odds ratio in all strata. Null without such a stratum, where every stratum has only one
 * outcome, and where Σ(bc/T) is 0: the ratio is infinite then.
 */
export function mantelHaenszel(
  strata: readonly TwoByTwo[],
): MantelHaenszel | { readonly value: null; readonly reason: NoFigureReason } {
  if (!strata.every((cells) => cells.every(isCount))) return unknown('invalid-response');
  const common = strata.filter(([a, b, c, d]) => a + b > 0 && c + d > 0);
  if (common.length === 0) return unknown('no-common-strata');
  const { above, below, apart, variance, pr, psqr, qs } = total(common.map(sumsOf));
  if (variance === 0) return unknown('no-variance');
  if (below === 0) return unknown('infinite-odds-ratio');
  const oddsRatio = above / below;
  const chiSquare = apart ** 2 / variance;
  const correctedChiSquare = (Math.abs(apart) - 0.5) ** 2 / variance;
  const logVariance = pr / (2 * above ** 2) + psqr / (2 * above * below) + qs / (2 * below ** 2);
  return {
    reason: null,
    oddsRatio,
    logOdds: above === 0 ? null : Math.log(oddsRatio),
    logSe: above === 0 ? null : Math.sqrt(logVariance),
    chiSquare,
    p: chiSquareUpperTail(chiSquare, 1),
    correctedChiSquare,
    correctedP: chiSquareUpperTail(correctedChiSquare, 1),
    strata: common.length,
  };
}

function sumsOf([a, b, c, d]: TwoByTwo): Sums {
  const t = a + b + c + d;
  const [above, below] = [(a * d) / t, (b * c) / t];
  const [same, other] = [(a + d) / t, (b + c) / t];
  return {
    above,
    below,
    apart: a - ((a + b) * (a + c)) / t,
    variance: t < 2 ? 0 : ((a + b) * (c + d) * (a + c) * (b + d)) / (t * t * (t - 1)),
    pr: same * above,
    psqr: same * below + other * above,
    qs: other * below,
  };
}

function total(all: readonly Sums[]): Sums {
  const over = (of: (one: Sums) => number) => sum(all.map(of));
  return {
    above: over(({ above }) => above),
    below: over(({ below }) => below),
    apart: over(({ apart }) => apart),
    variance: over(({ variance }) => variance),
    pr: over(({ pr }) => pr),
    psqr: over(({ psqr }) => psqr),
    qs: over(({ qs }) => qs),
  };
}
