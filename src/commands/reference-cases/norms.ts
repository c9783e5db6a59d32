import { z } from 'zod';
import { percentileRank } from '../../core/psychometrics/percentile-rank.ts';
import { sampleQuantile } from '../../core/psychometrics/sample-quantile.ts';
import { stanine } from '../../core/psychometrics/stanine.ts';
import { normalisedTScore, normConstants, tScore } from '../../core/psychometrics/t-score.ts';
import { wilsonInterval } from '../../core/psychometrics/wilson-interval.ts';
import { statistic, without, type Output, type Statistic } from './statistic.ts';

const n = z.number();
const list = z.array(n);
/** One score may stand without its brackets. */
const scores = z.union([list, n.transform((score) => [score])]);

const ranks = (named: (pr: readonly (number | null)[]) => Output) =>
  statistic({ norm: list, scores }, ({ norm, scores: wanted }) =>
    norm.length === 0 ? without('insufficient-n') : named(wanted.map((score) => percentileRank(norm, score))),
  );
const plainRanks = ranks((pr) => ({ pr }));
const linearT = statistic({ norm: list, scores }, ({ norm, scores: wanted }) => {
  if (norm.length < 2) return without('insufficient-n');
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

const isShare = (p: number): boolean => p >= 0 && p <= 1;

/** Percentiles and standard scores of a norm group. */
export const norms: Readonly<Record<string, Statistic>> = {
  'norm.percentile_midrank': plainRanks,
  'norm.percentile_outside': ranks((pr) => ({ pr, display: pr.map(displayRank) })),
  'norm.percentile_all_tied': plainRanks,
  'norm.t_linear': linearT,
  'norm.t_constant': linearT,
  'norm.t_normalised': statistic({ norm: list, scores }, ({ norm, scores: wanted }) =>
    norm.length === 0
      ? without('insufficient-n')
      : { t: wanted.map((score) => normalisedTScore(norm, score)) },
  ),
  'norm.stanine': statistic({ pr: list }, ({ pr }) =>
    pr.every((rank) => rank >= 0 && rank <= 100) ? { stanine: pr.map(stanine) } : without('invalid-response'),
  ),
  'norm.percentile_band': statistic({ norm: list, score: n, sem: n }, ({ norm, score, sem }) =>
    norm.length === 0
      ? without('insufficient-n')
      : {
          pr: percentileRank(norm, score),
          lower: percentileRank(norm, score - sem),
          upper: percentileRank(norm, score + sem),
        },
  ),
  'norm.percentile_ci': statistic({ p: n, n }, ({ p, n: people }) => {
    if (!isShare(p)) return without('invalid-response');
    return { ...(wilsonInterval(p, people) ?? without('insufficient-n')) };
  }),
  'norm.quantile_type7': statistic({ x: list, p: list }, ({ x, p }) => {
    if (!p.every(isShare)) return without('invalid-response');
    return x.length === 0 ? without('insufficient-n') : { q: p.map((share) => sampleQuantile(x, share)) };
  }),
};
