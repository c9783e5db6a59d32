import { describe, expect, it } from '@jest/globals';
import { agreementInterval } from '../../../src/core/psychometrics/agreement-interval.ts';
import { crossTable, type CrossTable } from '../../../src/core/psychometrics/cross-table.ts';
import { quadraticKappa, type RatedTwice } from '../../../src/core/psychometrics/quadratic-kappa.ts';
import { tQuantile } from '../../../src/core/psychometrics/t-quantile.ts';
import { weightedKappa } from '../../../src/core/psychometrics/weighted-kappa.ts';

const kappa = (table: CrossTable): number | null => weightedKappa(table, 'quadratic').value;
const pairs: readonly RatedTwice[] = Array.from({ length: 24 }, (_, at) => ({
  first: 1 + (at % 5),
  second: Math.min(5, 1 + ((at + (at % 4 === 0 ? 1 : 0)) % 5)),
}));

describe('the interval of an agreement coefficient', () => {
  it('is the jackknife over single pairs on the scale of Fisher’s z', () => {
    const z = (list: readonly RatedTwice[]) => Math.atanh(quadraticKappa(list).value ?? NaN);
    const n = pairs.length;
    const left = pairs.map((_, out) => z(pairs.filter((__, at) => at !== out)));
    const mean = left.reduce((a, b) => a + b, 0) / n;
    const se = Math.sqrt(((n - 1) / n) * left.reduce((a, b) => a + (b - mean) ** 2, 0));
    const half = tQuantile(0.95, n - 1) * se;
    const found = agreementInterval(crossTable(pairs), kappa, 0.9);
    expect(found?.lower).toBeCloseTo(Math.tanh(z(pairs) - half), 10);
    expect(found?.upper).toBeCloseTo(Math.tanh(z(pairs) + half), 10);
  });

  it('gets wider with the level and stays below 1', () => {
    const [narrow, wide] = [0.9, 0.99].map((level) => agreementInterval(crossTable(pairs), kappa, level));
    expect(wide?.lower).toBeLessThan(narrow?.lower ?? NaN);
    expect(wide?.upper).toBeGreaterThan(narrow?.upper ?? NaN);
    expect(wide?.upper).toBeLessThan(1);
  });

  it('does not exist where all agree, for two pairs, and where one pair alone makes the coefficient', () => {
    const same = [1, 2, 3, 4].map((level) => ({ first: level, second: level }));
    expect(agreementInterval(crossTable(same), kappa, 0.9)).toBeNull();
    expect(agreementInterval(crossTable(pairs.slice(0, 2)), kappa, 0.9)).toBeNull();
    const single = [{ first: 1, second: 2 }, ...Array.from({ length: 5 }, () => ({ first: 3, second: 3 }))];
    expect(agreementInterval(crossTable(single), kappa, 0.9)).toBeNull();
    expect(agreementInterval(crossTable(single), () => null, 0.9)).toBeNull();
  });
});
