import { unknown, type NoFigureReason } from '../kernel/estimate.ts';
import { chiSquareUpperTail } from './chi-square-upper-tail.ts';
import { logisticRegression, type LogisticFit } from './logistic-regression.ts';
import { isSoundList } from './sound-data.ts';

export interface LogisticDif {
  readonly reason: null;
  /** Of the group in the model without interaction: below 0 the item is against group 1. */
  readonly groupEffect: number;
  readonly uniform: number;
  readonly uniformP: number;
  /** Of the interaction of score and group on top. */
  readonly nonUniform: number;
  readonly nonUniformP: number;
  /** Change of Nagelkerke's R² from the score alone to score and group. */
  readonly rSquaredChange: number;
}

/**
 * Differential functioning by logistic regression (Swaminathan & Rogers 1990): likelihood-ratio chi-squares (1 degree of
 * freedom each) of the group on top of the score, and of their interaction on top of both. Input: answers of 0 and 1,
 * matching scores, and 1 for the focal group. It finds items that favour one group at the low end and the other at the
 * high end, which Mantel-Haenszel misses. Null where a model has no finite estimates.
 */
export function logisticDif(
  answers: readonly number[],
  scores: readonly number[],
  groups: readonly number[],
): LogisticDif | { readonly value: null; readonly reason: NoFigureReason } {
  const isBinary = (value: number) => value === 0 || value === 1;
  const sound =
    isSoundList(answers, 'answers') && isSoundList(scores, 'scores') && isSoundList(groups, 'groups');
  const n = answers.length;
  if (!sound || scores.length !== n || groups.length !== n || ![...answers, ...groups].every(isBinary))
    return unknown('invalid-response');
  if (n === 0) return unknown('insufficient-n');
  const fit = (predictors: (score: number, group: number) => readonly number[]) =>
    logisticRegression(
      answers,
      scores.map((score, person) => predictors(score, groups[person] ?? NaN)),
    );
  const [none, score] = [fit(() => [1]), fit((own) => [1, own])];
  const group = fit((own, of) => [1, own, of]);
  const both = fit((own, of) => [1, own, of, own * of]);
  if (none.reason !== null) return none;
  if (score.reason !== null) return score;
  if (group.reason !== null) return group;
  if (both.reason !== null) return both;
  const [uniform, nonUniform] = [score.deviance - group.deviance, group.deviance - both.deviance];
  const r2 = (fitted: LogisticFit) => nagelkerke(none.deviance, fitted.deviance, n);
  return {
    reason: null,
    groupEffect: group.coefficients[2] ?? NaN,
    uniform,
    uniformP: chiSquareUpperTail(Math.max(0, uniform), 1),
    nonUniform,
    nonUniformP: chiSquareUpperTail(Math.max(0, nonUniform), 1),
    rSquaredChange: r2(group) - r2(score),
  };
}

/** Nagelkerke's R² (1991) from the deviances of no predictor and of the model. */
const nagelkerke = (none: number, model: number, n: number): number =>
  (1 - Math.exp((model - none) / n)) / (1 - Math.exp(-none / n));
