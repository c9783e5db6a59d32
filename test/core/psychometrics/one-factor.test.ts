import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Matrix } from '../../../src/core/psychometrics/covariance-matrix.ts';
import { firstCommunality, omegaOfOneFactor } from '../../../src/core/psychometrics/omega.ts';
import { fitOneFactor } from '../../../src/core/psychometrics/one-factor-model.ts';

/** What a single factor with these loadings makes of standardised items. */
const correlationsOf = (loadings: readonly number[]): Matrix =>
  loadings.map((left, row) => loadings.map((right, column) => (row === column ? 1 : left * right)));

describe('omega of one factor', () => {
  it('is the closed form where one factor explains everything (omega.exact)', () => {
    const omega = omegaOfOneFactor(correlationsOf([0.8, 0.7, 0.6, 0.5]));
    expect(omega.value).toBeCloseTo(0.749446, 6);
    expect(omega).toMatchObject({
      loadings: [0.8, 0.7, 0.6, 0.5].map((loading) => expect.closeTo(loading, 7) as unknown),
    });
  });
  it('finds any loadings back, three items in closed form', () => {
    const loading = fc.double({ min: 0.3, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(fc.array(loading, { minLength: 3, maxLength: 8 }), (loadings) => {
        const omega = omegaOfOneFactor(correlationsOf(loadings));
        if (omega.value === null) throw new Error(omega.reason);
        for (const [item, found] of omega.loadings.entries())
          expect(found).toBeCloseTo(loadings[item] ?? NaN, 6);
      }),
      { numRuns: 100 },
    );
  });
  it('keeps the sign of an item that runs the other way', () => {
    const omega = omegaOfOneFactor(correlationsOf([0.8, -0.7, 0.6]));
    expect(omega).toMatchObject({
      loadings: [0.8, -0.7, 0.6].map((loading) => expect.closeTo(loading, 9) as unknown),
    });
    const four = omegaOfOneFactor(correlationsOf([0.8, -0.4, 0.6, 0.7]));
    expect(four).toMatchObject({
      loadings: [0.8, -0.4, 0.6, 0.7].map((loading) => expect.closeTo(loading, 6) as unknown),
    });
  });
  it('does not depend on the units of the items, except in the raw sum', () => {
    const cor = correlationsOf([0.8, 0.7, 0.6, 0.5]);
    const units = [1, 10, 0.5, 3];
    const cov = cor.map((row, left) => row.map((r, right) => r * (units[left] ?? 0) * (units[right] ?? 0)));
    const common = (0.8 * 1 + 0.7 * 10 + 0.6 * 0.5 + 0.5 * 3) ** 2;
    const unique = 0.36 * 1 + 0.51 * 100 + 0.64 * 0.25 + 0.75 * 9;
    expect(omegaOfOneFactor(cov).value).toBeCloseTo(common / (common + unique), 6);
  });
  it('does not exist where a communality passes 1, with three items and with more', () => {
    const three = [
      [1, 0.9, 0.9],
      [0.9, 1, 0.5],
      [0.9, 0.5, 1],
    ];
    const four = [
      [1, 0.9, 0.9, 0.9],
      [0.9, 1, 0.5, 0.5],
      [0.9, 0.5, 1, 0.5],
      [0.9, 0.5, 0.5, 1],
    ];
    expect(firstCommunality(three)).toBeCloseTo(1.62, 12);
    expect(omegaOfOneFactor(three)).toEqual({ value: null, reason: 'heywood' });
    expect(omegaOfOneFactor(four)).toEqual({ value: null, reason: 'heywood' });
    expect(fitOneFactor(four)).toBeNull();
  });
  it.each([
    [[[1]], 'fewer-than-two-items'],
    [correlationsOf([0.8, 0.7]), 'insufficient-n'],
    [
      [
        [1, 0, 0],
        [0, 0, 0],
        [0, 0, 1],
      ],
      'no-variance',
    ],
    [[[1, 0], [0]], 'invalid-response'],
    [correlationsOf([0, 0, 0]), 'heywood'],
  ])('does not exist for %j: %s', (matrix, reason) => {
    expect(omegaOfOneFactor(matrix)).toEqual({ value: null, reason });
    expect(firstCommunality(correlationsOf([0, 0, 0]))).toBeNull();
    expect(
      firstCommunality([
        [1, 0.5],
        [0.5, 1],
      ]),
    ).toBeNull();
  });
});
