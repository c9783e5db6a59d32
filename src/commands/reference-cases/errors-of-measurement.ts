import { z } from 'zod';
import { conditionalSem } from '../../core/psychometrics/conditional-sem.ts';
import { normalQuantile } from '../../core/psychometrics/normal-quantile.ts';
import { scoreBand } from '../../core/psychometrics/score-band.ts';
import { scoreDifference } from '../../core/psychometrics/score-difference.ts';
import { standardErrorOfMeasurement } from '../../core/psychometrics/standard-error-of-measurement.ts';
import { trueScore } from '../../core/psychometrics/true-score.ts';
import { statistic, without, type Output, type Statistic } from './statistic.ts';

const n = z.number();
const known = { sd: n, reliability: n.nullable() };
const scored = { ...known, score: n };

const zOf = (level: number): number => normalQuantile((1 + level) / 2);

function onSem(
  { sd, reliability }: { readonly sd: number; readonly reliability: number | null },
  run: (sem: number, reliability: number) => Output,
): Output {
  if (reliability === null) return without('reliability-not-positive');
  const sem = standardErrorOfMeasurement(sd, reliability);
  return sem.value === null ? without(sem.reason) : run(sem.value, reliability);
}

/** Bands at these levels, named by their per cent: lower68, upper68 … */
const bands = (score: number, sem: number, levels: readonly number[]): Output =>
  Object.fromEntries(
    levels.flatMap((level) => {
      const { lower, upper } = scoreBand(score, sem, zOf(level));
      const name = Math.round(level * 100);
      return [
        [`lower${name}`, lower],
        [`upper${name}`, upper],
      ] as const;
    }),
  );

const bandOnly = statistic(scored, (input) =>
  onSem(input, (sem) => ({ sem, ...bands(input.score, sem, [0.95]) })),
);

/** What a score says about the person: its error, its band, its regressed true score, its difference from another. */
export const errorsOfMeasurement: Readonly<Record<string, Statistic>> = {
  'sem.basic': statistic(scored, (input) =>
    onSem(input, (sem) => ({ sem, ...bands(input.score, sem, [0.68, 0.9, 0.95]) })),
  ),
  'sem.true_score': statistic({ ...scored, mean: n }, (input) =>
    onSem(input, (_, reliability) => {
      const { estimate, se } = trueScore({ ...input, reliability });
      return { estimate, see: se, ...bands(estimate, se, [0.95]) };
    }),
  ),
  'sem.difference': statistic({ ...known, a: n, b: n }, (input) =>
    onSem(input, (sem) => {
      const difference = scoreDifference(input.a, input.b, [sem, sem]);
      return {
        se_diff: difference.se,
        z: difference.z,
        p: difference.p,
        prob_a_higher: difference.probabilityHigher,
        least_difference_95: difference.leastDifference,
      };
    }),
  ),
  'sem.band': statistic({ ...known, top: n, c: n }, (input) =>
    onSem(input, (sem) => ({
      lower: scoreBand(input.top, scoreDifference(0, 0, [sem, sem]).se, input.c).lower,
    })),
  ),
  'sem.conditional_binomial': statistic({ x: n, n }, ({ x, n: items }) => {
    if (!(x >= 0 && x <= items)) return without('invalid-response');
    const csem = conditionalSem(x, items);
    return csem === null ? without('fewer-than-two-items') : { csem };
  }),
  'sem.perfect': bandOnly,
  'sem.negative_reliability': bandOnly,
};
