import { unknown, type NoFigureReason } from '../kernel/estimate.ts';
import { invertMatrix } from './invert-matrix.ts';
import { sum } from './sum.ts';

export interface LogisticFit {
  readonly reason: null;
  readonly coefficients: readonly number[];
  /** −2 times the log likelihood. */
  readonly deviance: number;
}

const MOST_STEPS = 50;
const STILL = 1e-10;
/** A coefficient this large stands for an infinite one: an outcome that the predictors separate. */
const SEPARATED = 30;

/**
 * Logistic regression by Newton's method. Input: outcomes of 0 and 1, and a row of predictors a person, with a 1 for the
 * intercept. Null where the predictors depend on each other or separate the outcomes.
 */
export function logisticRegression(
  outcomes: readonly number[],
  predictors: readonly (readonly number[])[],
): LogisticFit | { readonly value: null; readonly reason: NoFigureReason } {
  const width = predictors[0]?.length ?? 0;
  let coefficients: readonly number[] = Array.from({ length: width }, () => 0);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const shares = predictors.map((row) => 1 / (1 + Math.exp(-dot(row, coefficients))));
    const change = newtonStep(outcomes, predictors, shares);
    if (change === null) return unknown(step === 0 ? 'no-variance' : 'infinite-odds-ratio');
    coefficients = coefficients.map((value, place) => value + (change[place] ?? NaN));
    if (!coefficients.every((value) => Math.abs(value) < SEPARATED)) return unknown('infinite-odds-ratio');
    if (change.every((value) => Math.abs(value) < STILL))
      return { reason: null, coefficients, deviance: devianceOf(outcomes, predictors, coefficients) };
  }
  return unknown('infinite-odds-ratio');
}

function newtonStep(
  outcomes: readonly number[],
  predictors: readonly (readonly number[])[],
  shares: readonly number[],
): readonly number[] | null {
  const width = predictors[0]?.length ?? 0;
  const slope = new Float64Array(width);
  const curve = Array.from({ length: width }, () => new Float64Array(width));
  predictors.forEach((row, person) => {
    const share = shares[person] ?? NaN;
    row.forEach((value, i) => {
      slope[i] = (slope[i] ?? 0) + value * ((outcomes[person] ?? NaN) - share);
      const weighted = value * share * (1 - share);
      row.forEach((other, j) => {
        const own = curve[i];
        if (own !== undefined) own[j] = (own[j] ?? 0) + weighted * other;
      });
    });
  });
  const inverse = invertMatrix(curve.map((row) => [...row]));
  return inverse === null ? null : inverse.map((row) => dot(row, [...slope]));
}

/** ln(1 + e^eta) is taken on its own side, so that sure answers keep their digits. */
function devianceOf(
  outcomes: readonly number[],
  predictors: readonly (readonly number[])[],
  coefficients: readonly number[],
): number {
  const terms = predictors.map((row, person) => {
    const eta = dot(row, coefficients);
    return Math.max(0, eta) + Math.log1p(Math.exp(-Math.abs(eta))) - (outcomes[person] ?? NaN) * eta;
  });
  return 2 * sum(terms);
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  sum(a.map((value, place) => value * (b[place] ?? NaN)));
