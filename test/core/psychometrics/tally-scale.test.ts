import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cronbachAlpha } from '../../../src/core/psychometrics/cronbach-alpha.ts';
import { itemStatistics } from '../../../src/core/psychometrics/item-statistics.ts';
import { pearson } from '../../../src/core/psychometrics/pearson.ts';
import { tallyScale } from '../../../src/core/psychometrics/tally-scale.ts';

const cell = fc.integer({ min: -3, max: 3 });
const table = fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 2, maxLength: 60 });
const totalOf = (row: readonly number[]): number => row.reduce((a, b) => a + b, 0);

describe('a tally of a scale', () => {
  it('has the correlations and alphas of whole columns, however the table is cut and however far from 0 it lies', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 60 }), fc.constantFrom(0, 1e5), (rows, cut, far) => {
        const tally = tallyScale(4);
        const cells = rows.flat().map((value) => value + far);
        for (let start = 0; start < rows.length; start += cut)
          tally.add(Float64Array.from(cells.slice(start * 4, (start + cut) * 4)));
        const found = tally.statistics() ?? [];
        expect(found).toHaveLength(4);
        found.forEach(({ withTotal, withRest, alphaWithout }, item) => {
          const own = rows.map((row) => row[item] ?? NaN);
          const others = rows.map((row) => row.filter((_, place) => place !== item));
          const near = (given: number | null, wanted: number | null) => {
            if (wanted === null) expect(given).toBeNull();
            else expect(given).toBeCloseTo(wanted, 9);
          };
          near(withTotal, pearson(own, rows.map(totalOf)));
          near(withRest, pearson(own, others.map(totalOf)));
          near(alphaWithout, cronbachAlpha(others).value);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('has no statistics of one person, and no alpha without one of two items', () => {
    expect(itemStatistics([[1, 2]])).toEqual([]);
    expect(itemStatistics([])).toEqual([]);
    expect(
      itemStatistics([
        [1, 2],
        [3, 5],
      ]).map(({ mean, sd, alphaWithout }) => ({ mean, sd, alphaWithout })),
    ).toEqual([
      { mean: 2, sd: Math.SQRT2, alphaWithout: null },
      { mean: 3.5, sd: expect.closeTo(Math.sqrt(4.5), 12), alphaWithout: null },
    ]);
  });
});
