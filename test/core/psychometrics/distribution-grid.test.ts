import { readFileSync } from 'node:fs';
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

type Distribution = (a: number, b: number, c: number, d: number) => number;

const distributions: Readonly<Record<string, Distribution>> = {
  chiSquareUpperTail,
  fCdf,
  fQuantile,
  fUpperTail,
  hypergeometricProbability: (x, white, black, drawn) =>
    hypergeometricProbability(x, { white, black, drawn }),
  incompleteBeta,
  logGamma,
  normalCdf,
  normalQuantile,
  tCdf,
  tQuantile,
};

const grid = JSON.parse(
  readFileSync(new URL('../../reference/distribution-grid.json', import.meta.url), 'utf8'),
) as { readonly values: readonly (readonly [name: string, input: readonly number[], value: number])[] };

describe('distributions over a grid of values computed with 40 digits elsewhere', () => {
  it.each(Object.keys(distributions))('%s is right to 1e-9, small values too', (name) => {
    const values = grid.values.filter(([of]) => of === name);
    expect(values.length).toBeGreaterThan(5);
    for (const [, input, value] of values) {
      const [a = NaN, b = NaN, c = NaN, d = NaN] = input;
      const found = distributions[name]?.(a, b, c, d) ?? NaN;
      const apart = Math.abs(found - value) / Math.max(1e-3, Math.abs(value));
      expect({ input, apart: apart < 1e-9 ? 0 : apart }).toEqual({ input, apart: 0 });
    }
  });
});
