import { z } from 'zod';
import { conditionalSem } from '../../core/psychometrics/conditional-sem.ts';
import { differenceReliability } from '../../core/psychometrics/difference-reliability.ts';
import { scoreDifference } from '../../core/psychometrics/score-difference.ts';
import {
  compositeReliability,
  compositeVariance,
  effectiveWeights,
} from '../../core/psychometrics/weighted-composite.ts';
import { statistic, type Statistic } from './statistic.ts';

const n = z.number();
const list = z.array(n);
const matrix = z.array(list);

/** SEM, differences between scores, and scores made of weighted parts. */
export const composites: Readonly<Record<string, Statistic>> = {
  'sem.conditional_binomial': statistic({ x: n, n }, ({ x, n: items }) => ({
    csem: conditionalSem(x, items),
  })),
  'sem.difference': statistic({ sd: n, reliability: n, a: n, b: n }, ({ sd, reliability, a, b }) => {
    const sem = sd * Math.sqrt(1 - reliability);
    const difference = scoreDifference(a, b, [sem, sem]);
    return {
      se_diff: difference.se,
      z: difference.z,
      p: difference.p,
      prob_a_higher: difference.probabilityHigher,
      least_difference_95: difference.leastDifference,
    };
  }),
  'composite.mosier': statistic({ weights: list, sd: list, reliability: list, cor: matrix }, (input) => {
    const variance = compositeVariance(input);
    const reliability = compositeReliability(input, input.reliability);
    return {
      var_composite: variance,
      reliability,
      sem: reliability === null ? null : Math.sqrt(variance * (1 - reliability)),
    };
  }),
  'composite.effective_weights': statistic({ weights: list, sd: list, cor: matrix }, (input) => ({
    effective: effectiveWeights(input),
  })),
  'composite.difference_score': statistic({ sx: n, sy: n, rxx: n, ryy: n, rxy: n }, (input) => ({
    reliability: differenceReliability(input),
  })),
};
