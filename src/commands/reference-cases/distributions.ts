import { z } from 'zod';
import { chiSquareUpperTail } from '../../core/psychometrics/chi-square-upper-tail.ts';
import { fCdf } from '../../core/psychometrics/f-cdf.ts';
import { fQuantile } from '../../core/psychometrics/f-quantile.ts';
import { fUpperTail } from '../../core/psychometrics/f-upper-tail.ts';
import { hypergeometricProbability } from '../../core/psychometrics/hypergeometric-probability.ts';
import { incompleteBeta } from '../../core/psychometrics/incomplete-beta.ts';
import { logGamma } from '../../core/psychometrics/log-gamma.ts';
import { normalCdf } from '../../core/psychometrics/normal-cdf.ts';
import { normalQuantile } from '../../core/psychometrics/normal-quantile.ts';
import { tCdf } from '../../core/psychometrics/t-cdf.ts';
import { tQuantile } from '../../core/psychometrics/t-quantile.ts';
import { statistic, type Statistic } from './statistic.ts';

const n = z.number();
const normal = statistic({ x: n }, ({ x }) => ({ value: normalCdf(x) }));
const normalInverse = statistic({ p: n }, ({ p }) => ({ value: normalQuantile(p) }));
const fInverse = statistic({ p: n, df1: n, df2: n }, ({ p, df1, df2 }) => ({
  value: fQuantile(p, df1, df2),
}));
const chiSquare = statistic({ x: n, df: n }, ({ x, df }) => ({ value: chiSquareUpperTail(x, df) }));
const gamma = statistic({ x: n }, ({ x }) => ({ value: logGamma(x) }));

export const distributions: Readonly<Record<string, Statistic>> = {
  'dist.norm_cdf_1.96': normal,
  'dist.norm_cdf_m4.5': normal,
  'dist.norm_quantile_.975': normalInverse,
  'dist.norm_quantile_.001': normalInverse,
  'dist.t_cdf_2.2_df9': statistic({ t: n, df: n }, ({ t, df }) => ({ value: tCdf(t, df) })),
  'dist.t_quantile_.975_df11': statistic({ p: n, df: n }, ({ p, df }) => ({ value: tQuantile(p, df) })),
  'dist.f_cdf': statistic({ f: n, df1: n, df2: n }, ({ f, df1, df2 }) => ({ value: fCdf(f, df1, df2) })),
  'dist.f_upper_tail_small': statistic({ f: n, df1: n, df2: n }, ({ f, df1, df2 }) => ({
    value: fUpperTail(f, df1, df2),
  })),
  'dist.f_quantile_int': fInverse,
  'dist.f_quantile_frac': fInverse,
  'dist.f_quantile_low': fInverse,
  'dist.chisq_upper_3.84_df1': chiSquare,
  'dist.chisq_upper_20_df6': chiSquare,
  'dist.lgamma_.5': gamma,
  'dist.lgamma_500.25': gamma,
  'dist.beta_inc': statistic({ x: n, a: n, b: n }, ({ x, a, b }) => ({ value: incompleteBeta(x, a, b) })),
  'dist.hypergeom_pmf': statistic({ x: n, m: n, n, k: n }, ({ x, m, n: black, k }) => ({
    value: hypergeometricProbability(x, { white: m, black, drawn: k }),
  })),
};
