import { z } from 'zod';
import { differenceReliability } from '../../core/psychometrics/difference-reliability.ts';
import {
  compositeReliability,
  compositeVariance,
  effectiveWeights,
  type WeightedParts,
} from '../../core/psychometrics/weighted-composite.ts';
import { weightedMean } from '../../core/psychometrics/weighted-mean.ts';
import { levelToScore } from '../../core/scoring/level-to-score.ts';
import { statistic, without, type Output, type Statistic } from './statistic.ts';

const n = z.number();
const list = z.array(n);
const parts = { weights: list, sd: list, cor: z.array(list) };

/** Weights, SDs and correlations of one length; the composite has to vary. */
function onParts(given: WeightedParts, run: (variance: number) => Output): Output {
  const k = given.weights.length;
  const fits = [given.sd, given.cor, ...given.cor].every((one) => one.length === k);
  if (!fits || k === 0) return without('invalid-response');
  const variance = compositeVariance(given);
  return variance < 1e-12 ? without('no-variance') : run(variance);
}

/** Scores made of weighted parts. */
export const composites: Readonly<Record<string, Statistic>> = {
  'composite.mosier': statistic({ ...parts, reliability: list }, (input) => {
    if (input.reliability.length !== input.weights.length) return without('invalid-response');
    return onParts(input, (variance) => {
      const reliability = compositeReliability(input, input.reliability);
      const sem = reliability === null ? null : Math.sqrt(Math.max(0, variance * (1 - reliability)));
      return { var_composite: variance, reliability, sem };
    });
  }),
  'composite.effective_weights': statistic(parts, (input) =>
    onParts(input, () => ({ effective: effectiveWeights(input) })),
  ),
  'composite.difference_score': statistic({ sx: n, sy: n, rxx: n, ryy: n, rxy: n }, (input) => {
    const reliability = differenceReliability(input);
    return reliability === null ? without('no-variance') : { reliability };
  }),
  'composite.weighted_mean_missing': statistic(
    { weights: list, scores: z.array(n.nullable()) },
    ({ weights, scores }) => {
      const renormalised = weightedMean(weights, scores, 'renormalise');
      if (renormalised === null) return without('invalid-response');
      return { renormalised, strict: weightedMean(weights, scores, 'strict') };
    },
  ),
  'composite.rubric': statistic(
    { levels: z.array(n.nullable()), weights: list, min: n, max: n },
    ({ levels, weights, min, max }) => {
      const onScale = levels.every((level) => level === null || (level >= min && level <= max));
      if (!onScale || !(min < max) || levels.length !== weights.length) return without('invalid-response');
      const scores = levels.map((level) => (level === null ? null : levelToScore(level, { min, max })));
      return { dimension_scores: scores, total: weightedMean(weights, scores, 'strict') };
    },
  ),
};
