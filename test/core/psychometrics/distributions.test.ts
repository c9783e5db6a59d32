import { describe, expect, it } from '@jest/globals';
import { chiSquareUpperTail } from '../../../src/core/psychometrics/chi-square-upper-tail.ts';
import { fCdf } from '../../../src/core/psychometrics/f-cdf.ts';
import { fQuantile } from '../../../src/core/psychometrics/f-quantile.ts';
import { fUpperTail } from '../../../src/core/psychometrics/f-upper-tail.ts';
import { hypergeometricProbability } from '../../../src/core/psychometrics/hypergeometric-probability.ts';
import { incompleteBeta } from '../../../src/core/psychometrics/incomplete-beta.ts';
import { logGamma } from '../../../src/core/psychometrics/log-gamma.ts';
import { normalCdf } from '../../../src/core/psychometrics/normal-cdf.ts';
import { normalQuantile } from '../../../src/core/psychometrics/normal-quantile.ts';
import { tCdf } from '../../../src/core/psychometrics/t-cdf.ts';
import { tQuantile } from '../../../src/core/psychometrics/t-quantile.ts';
import { referenceCase } from '../../reference/reference-case.ts';

type Arguments = Record<'x' | 'p' | 't' | 'f' | 'a' | 'b' | 'm' | 'n' | 'k' | 'df' | 'df1' | 'df2', number>;

describe('distributions agree with R to 1e-9', () => {
  it.each<[string, (input: Arguments) => number]>([
    ['dist.norm_cdf_m4.5', ({ x }) => normalCdf(x)],
    ['dist.norm_quantile_.975', ({ p }) => normalQuantile(p)],
    ['dist.t_cdf_2.2_df9', ({ t, df }) => tCdf(t, df)],
    ['dist.t_quantile_.975_df11', ({ p, df }) => tQuantile(p, df)],
    ['dist.f_cdf', ({ f, df1, df2 }) => fCdf(f, df1, df2)],
    ['dist.f_quantile_int', ({ p, df1, df2 }) => fQuantile(p, df1, df2)],
    ['dist.chisq_upper_3.84_df1', ({ x, df }) => chiSquareUpperTail(x, df)],
    ['dist.lgamma_500.25', ({ x }) => logGamma(x)],
    ['dist.beta_inc', ({ x, a, b }) => incompleteBeta(x, a, b)],
    [
      'dist.hypergeom_pmf',
      ({ x, m, n, k }) => hypergeometricProbability(x, { white: m, black: n, drawn: k }),
    ],
  ])('%s', (id, compute) => {
    const { input, expected, near } = referenceCase<Arguments, { value: number }>(id);
    near(compute(input), expected.value);
  });

  it('matches closed forms where they exist', () => {
    expect(logGamma(0.25) + logGamma(0.75)).toBeCloseTo(Math.log(Math.PI * Math.SQRT2), 12);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12);
    expect(chiSquareUpperTail(20, 2)).toBeCloseTo(Math.exp(-10), 15);
    expect(chiSquareUpperTail(0, 3)).toBe(1);
    expect(tCdf(-1, 1)).toBeCloseTo(0.25, 12);
    expect(fUpperTail(50, 2, 2)).toBeCloseTo(1 / 51, 12);
    expect(normalCdf(1) + normalCdf(-1)).toBeCloseTo(1, 14);
  });

  it('keeps the digits of a small upper tail', () => {
    expect(fUpperTail(1e6, 2, 2) * (1 + 1e6)).toBeCloseTo(1, 12);
  });

  it('is 0 or 1 outside its range', () => {
    expect([incompleteBeta(-0.1, 2, 3), incompleteBeta(1.1, 2, 3)]).toEqual([0, 1]);
    expect([fCdf(-1, 2, 3), fUpperTail(-1, 2, 3)]).toEqual([0, 1]);
    expect(hypergeometricProbability(5, { white: 4, black: 10, drawn: 5 })).toBe(0);
    expect(hypergeometricProbability(0, { white: 4, black: 2, drawn: 3 })).toBe(0);
  });

  it('inverts itself, also for fractional degrees of freedom', () => {
    for (const p of [0.001, 0.05, 0.4, 0.5, 0.95, 0.9999]) {
      expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 12);
      expect(tCdf(tQuantile(p, 3.7), 3.7)).toBeCloseTo(p, 12);
      expect(fCdf(fQuantile(p, 2.31, 17.9), 2.31, 17.9)).toBeCloseTo(p, 12);
    }
  });

  it('refuses what is not a share, and a gamma of nothing', () => {
    for (const quantile of [
      normalQuantile,
      (p: number) => tQuantile(p, 5),
      (p: number) => fQuantile(p, 5, 5),
    ]) {
      expect(() => quantile(0)).toThrow(RangeError);
      expect(() => quantile(1)).toThrow(RangeError);
    }
    expect(() => logGamma(0)).toThrow(RangeError);
  });
});
