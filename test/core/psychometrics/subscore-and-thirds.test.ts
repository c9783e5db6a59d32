import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { conditionalSemByThird } from '../../../src/core/psychometrics/conditional-sem-by-third.ts';
import { cronbachAlpha } from '../../../src/core/psychometrics/cronbach-alpha.ts';
import { mean } from '../../../src/core/psychometrics/mean.ts';
import { sampleVariance } from '../../../src/core/psychometrics/sample-variance.ts';
import { subscoreValue } from '../../../src/core/psychometrics/subscore-value.ts';

describe('the value of a subscore', () => {
  it('is nil beside a total of subscores that measure one thing, however reliable', () => {
    // True scores alike with variance 8, errors of variance 2 each: the total of three is more reliable.
    const alike = [
      [10, 8, 8],
      [8, 10, 8],
      [8, 8, 10],
    ];
    const value = subscoreValue(alike, 0.8, 0);
    // (8 + 16)² / (8 · 78)
    expect(value).toMatchObject({ own: 0.8, total: expect.closeTo(576 / 624, 12), isWorthShowing: false });
  });
  it('is its own where the subscores have nothing in common', () => {
    const apart = [
      [10, 0],
      [0, 10],
    ];
    expect(subscoreValue(apart, 0.8, 0)).toMatchObject({ total: 0.4, isWorthShowing: true });
    expect(subscoreValue(apart, 0.59, 0)).toMatchObject({ isWorthShowing: false });
  });
  it.each([
    [[[10]], 0.8, 'fewer-than-two-items'],
    [
      [
        [10, 0],
        [0, 10],
      ],
      -0.1,
      'reliability-not-positive',
    ],
    [
      [
        [0, 0],
        [0, 10],
      ],
      0.8,
      'no-variance',
    ],
    [[[10, 0]], 0.8, 'invalid-response'],
    [
      [
        [10, 0],
        [0, 10],
      ],
      1.2,
      'invalid-response',
    ],
    [
      [
        [10, NaN],
        [0, 10],
      ],
      0.8,
      'invalid-response',
    ],
  ])('does not exist for %j with a reliability of %d: %s', (covariances, reliability, reason) => {
    expect(subscoreValue(covariances, reliability, 0)).toEqual({ value: null, reason });
  });
});

describe('SEM by third', () => {
  it('averages to the SEM that alpha gives', () => {
    const row = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 4, maxLength: 20 }), (rows) => {
        const [alpha, sems] = [cronbachAlpha(rows), conditionalSemByThird(rows)];
        if (alpha.value === null || sems.reason !== null) return;
        const together = sems.thirds.reduce((all, { n, sem }) => all + n * (sem ?? 0) ** 2, 0) / rows.length;
        expect(together).toBeCloseTo(sampleVariance(rows.map(mean)) * (1 - alpha.value), 9);
      }),
      { numRuns: 100 },
    );
  });
  it('tells a third that is measured worse, and keeps ties together', () => {
    const sems = conditionalSemByThird([
      [1, 5],
      [5, 1],
      [6, 6],
      [6, 6],
      [9, 9],
      [9, 9],
    ]);
    if (sems.reason !== null) throw new Error(sems.reason);
    const [low, middle, high] = sems.thirds;
    expect(low.sem).toBeGreaterThan(middle.sem ?? NaN);
    expect([low.n, middle.n, high.n]).toEqual([2, 2, 2]);
    const tied = conditionalSemByThird([
      [1, 2],
      [2, 1],
      [1, 2],
    ]);
    expect(tied).toMatchObject({ thirds: [{ n: 3 }, { n: 0, sem: null }, { n: 0, sem: null }] });
  });
  it.each([
    [[[1], [2], [3]], 'fewer-than-two-items'],
    [
      [
        [1, 2],
        [2, 1],
        [3, null],
      ],
      'insufficient-n',
    ],
    [[[1, 2], [2], [3, 3]], 'invalid-response'],
  ])('does not exist for %j: %s', (rows, reason) => {
    expect(conditionalSemByThird(rows)).toEqual({ value: null, reason });
  });
});
