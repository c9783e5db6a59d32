import { z } from 'zod';
import { manyFacetRasch } from '../../core/psychometrics/many-facet-rasch.ts';
import { personMeasure } from '../../core/psychometrics/rasch-score.ts';
import { raterCalibration } from '../../core/psychometrics/rater-calibration.ts';
import { raterDrift } from '../../core/psychometrics/rater-drift.ts';
import { raterSeverity } from '../../core/psychometrics/rater-severity.ts';
import { statistic, without, type Output, type Statistic } from './statistic.ts';

const n = z.number();
const list = z.array(n);
const ids = z.array(z.union([n, z.string()]));
const against = { rater: list, gold: list };
const rated = { target: ids, rater: ids, y: list };
const long = z.object({ person: ids, item: ids, rater: ids, y: list });

/** Raters against gold, over time, and against each other. */
export const raters: Readonly<Record<string, Statistic>> = {
  'rater.calibration': statistic({ ...against, scale: z.tuple([n, n]).optional() }, (input) => {
    const found = raterCalibration(input.rater, input.gold, input.scale ?? null);
    if (found === null) return without('invalid-response');
    return {
      exact: found.exact,
      adjacent: found.adjacent,
      bias: found.bias,
      mae: found.meanError,
      rmse: found.rootMeanSquare,
      qwk: found.kappa,
      pearson: found.pearson,
      t: found.t?.t ?? null,
      df: found.t?.df ?? null,
      p: found.t?.p ?? null,
    };
  }),
  'rater.calibration_identical': statistic(against, (input) => {
    const found = raterCalibration(input.rater, input.gold);
    if (found === null) return without('invalid-response');
    return { exact: found.exact, bias: found.bias, qwk: found.kappa, t: found.t?.t ?? null };
  }),
  'rater.severity_additive': statistic(rated, ({ target, rater, y }) => {
    const found = raterSeverity({ targets: target, raters: rater, ratings: y });
    if (found.reason !== null) return without(found.reason);
    return {
      rater_effect: found.effects,
      adjusted: found.adjusted,
      raw_mean: found.rawMeans,
      residual_ss: found.residualSquares,
    };
  }),
  'rater.severity_disconnected': statistic(rated, ({ target, rater, y }) => {
    const found = raterSeverity({ targets: target, raters: rater, ratings: y });
    return found.reason === null
      ? { value: found.residualSquares, reason: null, components: 1 }
      : { ...without(found.reason), components: found.components };
  }),
  'rater.drift_ewma': statistic({ errors: list, lambda: n, sigma: n, L: n }, (input) => {
    const found = raterDrift(input.errors, { ...input, width: input.L });
    if (found === null) return without('invalid-response');
    return { ewma: found.average, limit: found.limit, first_signal: found.firstSignal };
  }),
  'mfrm.dichotomous_jml': statistic({ long }, (input) => rasch(input.long, 1, 'deviance')),
  'mfrm.rating_scale_jml': statistic({ long, max: n }, (input) => rasch(input.long, input.max, 'scale')),
  'mfrm.extreme_person': statistic({ scores: list, max: n }, ({ scores, max }) => {
    const { value, reason } = personMeasure(scores, max);
    return reason === null ? { value, reason } : without(reason);
  }),
};

function rasch(
  { person, item, rater, y }: z.output<typeof long>,
  max: number,
  beside: 'deviance' | 'scale',
): Output {
  const found = manyFacetRasch({ persons: person, items: item, raters: rater, ratings: y, max });
  if (found.reason !== null) return without(found.reason);
  const facets = { theta: found.persons, item: found.items, rater: found.raters };
  return beside === 'deviance'
    ? { ...facets, deviance: found.deviance }
    : { ...facets, tau: found.steps, fair_average: found.fairAverages, raw_mean: found.rawMeans };
}
