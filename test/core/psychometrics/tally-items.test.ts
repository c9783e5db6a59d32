import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tallyItems } from '../../../src/core/psychometrics/tally-items.ts';

const K = 3;
const cell = fc.oneof(
  { weight: 30, arbitrary: fc.integer({ min: -5, max: 5 }) },
  { weight: 1, arbitrary: fc.constant(NaN) },
);
const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 200 });

function variance(values: readonly number[]): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return values.reduce((a, b) => a + (b - mean) ** 2, 0) / (values.length - 1);
}

describe('a tally of items', () => {
  it('has the variances of the complete persons, however the table is cut and however far from 0 it lies', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 200 }), fc.constantFrom(0, 1e6), (rows, cut, far) => {
        const tally = tallyItems(K);
        const cells = rows.flat().map((value) => value + far);
        for (let start = 0; start < rows.length; start += cut)
          tally.add(Float64Array.from(cells.slice(start * K, (start + cut) * K)));
        const complete = rows.filter((row) => !row.some(Number.isNaN));
        const { n, items, means, total } = tally.variances();
        expect(n).toBe(complete.length);
        if (n < 2) return;
        for (let item = 0; item < K; item += 1) {
          const column = complete.map((row) => row[item] ?? NaN);
          expect(items[item]).toBeCloseTo(variance(column), 8);
          expect(means[item]).toBeCloseTo(far + column.reduce((a, b) => a + b, 0) / n, 8);
        }
        expect(total).toBeCloseTo(variance(complete.map((row) => row.reduce((a, b) => a + b, 0))), 8);
      }),
      { numRuns: 150 },
    );
  });

  it('waits for the first complete person', () => {
    const tally = tallyItems(2);
    const people = Array.from({ length: 130 }, (_, person) => (person < 100 ? [NaN, 1] : [person, 1]));
    tally.add(people.flat());
    expect(tally.variances()).toMatchObject({ n: 30, means: [114.5, 1] });
    expect(tally.variances().items[0]).toBeCloseTo((30 * 31) / 12, 9);
  });
});
