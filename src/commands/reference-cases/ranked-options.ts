import { z } from 'zod';
import { kendall } from '../../core/psychometrics/kendall.ts';
import { midRanks } from '../../core/psychometrics/mid-ranks.ts';
import { spearman } from '../../core/psychometrics/spearman.ts';
import { footrule } from '../../core/scoring/footrule.ts';
import { statistic, without, type Output, type Statistic } from './statistic.ts';

const list = z.array(z.number());

interface Agreement {
  readonly rho: number;
  readonly tau: number;
  readonly apart: NonNullable<ReturnType<typeof footrule>>;
}

/** Every agreement of two orders of the same options, or why there is none. */
function onOrders(
  ranks: readonly number[],
  key: readonly number[],
  run: (found: Agreement) => Output,
): Output {
  if (ranks.length !== key.length) return without('invalid-response');
  const apart = footrule(ranks, key);
  if (apart === null) return without('insufficient-n');
  const [rho, tau] = [spearman(ranks, key), kendall(ranks, key)];
  return rho === null || tau === null ? without('no-variance') : run({ rho, tau, apart });
}

const order = (run: (found: Agreement) => Output) =>
  statistic({ ranks: list, key: list }, ({ ranks, key }) => onOrders(ranks, key, run));

/** Situational judgment items where options are put in an order. */
export const rankedOptions: Readonly<Record<string, Statistic>> = {
  'sjt.rank_spearman': order(({ rho }) => ({ rho })),
  'sjt.rank_footrule': order(({ apart }) => ({
    F: apart.distance,
    Fmax: apart.furthest,
    score: apart.score,
  })),
  'sjt.rank_ukfp20': order(({ apart }) => ({ points: apart.points })),
  'sjt.rank_reverse': order(({ rho, tau, apart }) => ({
    rho,
    F: apart.distance,
    score: apart.score,
    points20: apart.points,
    kendall: tau,
  })),
  'sjt.rank_kendall': order(({ tau }) => ({ tau })),
  'sjt.rank_tied_key': statistic({ ranks: list, key_means: list }, ({ ranks, key_means }) => {
    const keyRanks = midRanks(key_means.map((mean) => -mean));
    return onOrders(ranks, keyRanks, ({ rho, tau, apart }) => ({
      key_ranks: keyRanks,
      rho,
      tau_b: tau,
      F: apart.distance,
    }));
  }),
};
