import { z } from 'zod';
import { percentileRank } from '../../core/psychometrics/percentile-rank.ts';
import { sampleQuantile } from '../../core/psychometrics/sample-quantile.ts';
import { stanine } from '../../core/psychometrics/stanine.ts';
import { normalisedTScore, normConstants, tScore } from '../../core/psychometrics/t-score.ts';
import { wilsonInterval } from '../../core/psychometrics/wilson-interval.ts';
import { statistic, without, type Statistic } from './statistic.ts';

const n = z.number();
const list = z.array(n);
/** One score may stand without its brackets. */
const scores = z.union([list, n.transform((score) => [score])]);

const ranks = statistic({ norm: list, scores }, ({ norm, scores: wanted }) => {
  const pr = wanted.map((score) => percentileRank(norm, score));
  return { pr, display: pr.map(displayRank) };
});
const linearT = statistic({ norm: list, scores }, ({ norm, scores: wanted }) => {
  const constants = normConstants(norm);
  if (constants === null) return without('no-variance');
  return { ...constants, t: wanted.map((score) => tScore(score, constants.mean, constants.sd)) };
});

/** 0 and 100 are never shown. */
function displayRank(rank: number | null): string | null {
  if (rank === null) return null;
  if (rank < 1) return '<1';
  return rank > 99 ? '>99' : String(Math.round(rank));
}

/** Percentiles and standard scores of a norm group. */
export const norms: Readonly<Record<string, Statistic>> = {
  'norm.percentile_midrank': ranks,
  'norm.percentile_outside': ranks,
  'norm.percentile_all_tied': ranks,
  'norm.t_linear': linearT,
  'norm.t_constant': linearT,
  'norm.t_normalised': statistic({ norm: list, scores }, ({ norm, scores: wanted }) => ({
    t: wanted.map((score) => normalisedTScore(norm, score)),
  })),
  'norm.stanine': statistic({ pr: list }, ({ pr }) => ({ stanine: pr.map(stanine) })),
  'norm.percentile_band': statistic({ norm: list, score: n, sem: n }, ({ norm, score, sem }) => ({
    pr: percentileRank(norm, score),
    lower: percentileRank(norm, score - sem),
    upper: percentileRank(norm, score + sem),
  })),
  'norm.percentile_ci': statistic({ p: n, n }, ({ p, n: people }) => ({ ...wilsonInterval(p, people) })),
  'norm.quantile_type7': statistic({ x: list, p: list }, ({ x, p }) => ({
    q: p.map((share) => sampleQuantile(x, share)),
  })),
};
