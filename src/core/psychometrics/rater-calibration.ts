import { mean } from './mean.ts';
import { pairedT, type PairedT } from './paired-t.ts';
import { pearson } from './pearson.ts';
import { quadraticKappa } from './quadratic-kappa.ts';
import { raterAgreement } from './rater-agreement.ts';

export interface RaterCalibration {
  readonly n: number;
  readonly exact: number;
  readonly adjacent: number;
  /** Mean of rater less gold: positive is mild, negative is harsh. */
  readonly bias: number;
  readonly meanError: number;
  readonly rootMeanSquare: number;
  /** Null where neither varies; the correlation where one of them does not. */
  readonly kappa: number | null;
  readonly pearson: number | null;
  /** Of the bias; null where every error is the same. */
  readonly t: PairedT | null;
}

/**
 * A rater against the levels that experts agreed on for the same responses: shares of exact and adjacent levels, bias,
 * mean absolute and root mean square error, quadratic kappa, correlation, and a paired t of the bias. The gate
 * (60 %, 95 %, ±0.25 and .70 over 20 responses or more) is the caller's. Null without a response, for lists of different
 * lengths, and for ratings off the scale.
 */
export function raterCalibration(
  rater: readonly number[],
  gold: readonly number[],
  scale: readonly [number, number] | null = null,
): RaterCalibration | null {
  const agreement = raterAgreement(gold, rater);
  const offScale = (level: number) => scale !== null && (level < scale[0] || level > scale[1]);
  if (agreement === null || [...rater, ...gold].some(offScale)) return null;
  const errors = rater.map((level, index) => level - (gold[index] ?? NaN));
  return {
    n: agreement.n,
    exact: agreement.exact,
    adjacent: agreement.adjacent,
    bias: agreement.meanDifference,
    meanError: mean(errors.map(Math.abs)),
    rootMeanSquare: Math.sqrt(mean(errors.map((error) => error * error))),
    kappa: quadraticKappa(rater.map((first, index) => ({ first, second: gold[index] ?? null }))).value,
    pearson: pearson(rater, gold),
    t: pairedT(errors),
  };
}
