import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { agreementWeights } from '../../../src/core/psychometrics/agreement-weights.ts';
import { gwetAgreement } from '../../../src/core/psychometrics/gwet-agreement.ts';
import { coincidences, krippendorffAlpha } from '../../../src/core/psychometrics/krippendorff-alpha.ts';
import { intraclass } from '../../../src/core/psychometrics/intraclass.ts';
import { meanSquares } from '../../../src/core/psychometrics/mean-squares.ts';

const METRICS = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
const KINDS = ['unweighted', 'linear', 'quadratic', 'ordinal'] as const;
const SCALE = [1, 2, 3, 4, 5];
const rating = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 4 });
const rows = fc
  .integer({ min: 2, max: 4 })
  .chain((k) => fc.array(fc.array(rating, { minLength: k, maxLength: k }), { minLength: 1, maxLength: 8 }));
const transposed = (table: readonly (readonly (number | null)[])[]) =>
  (table[0] ?? []).map((_, column) => table.map((row) => row[column] ?? null));

describe("Gwet's coefficients", () => {
  it('are 1 where all ratings are one level of a scale, where kappa has no value', () => {
    const same = [
      [4, 4],
      [4, 4],
    ];
    expect(gwetAgreement(same, 'unweighted', SCALE)).toMatchObject({ value: 1, expected: 0, se: 0 });
    expect(gwetAgreement(same, 'unweighted').reason).toBe('no-variance');
  });
  it('do not hang on the order of raters, and are never NaN', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(...KINDS), (data, kind) => {
        const found = gwetAgreement(data, kind, SCALE);
        const turned = gwetAgreement(
          data.map((row) => row.toReversed()),
          kind,
          SCALE,
        );
        expect(turned.reason).toBe(found.reason);
        if (found.reason !== null || turned.reason !== null) return;
        expect(turned.value).toBeCloseTo(found.value, 12);
        expect(Number.isFinite(found.value)).toBe(true);
        expect(found.se === null || found.se >= 0).toBe(true);
      }),
    );
  });
  it('do not exist without a subject rated twice, or for a rating off the scale', () => {
    expect(gwetAgreement([[1, null]], 'unweighted', SCALE).reason).toBe('no-pairable-values');
    expect(gwetAgreement([[1, 6]], 'unweighted', SCALE).reason).toBe('invalid-response');
    expect(gwetAgreement([[1, 2], [1]], 'unweighted', SCALE).reason).toBe('invalid-response');
    expect(gwetAgreement([[1, 2]], 'unweighted', SCALE)).toMatchObject({ reason: null, se: null, n: 1 });
  });
  it.each([
    ['unweighted', [1, 0, 0]],
    ['linear', [1, 0.5, 0]],
    ['quadratic', [1, 0.75, 0]],
    ['ordinal', [1, 2 / 3, 0]],
  ] as const)('count two levels of three as %s weights say', (kind, expected) => {
    expect(agreementWeights([1, 2, 3], kind)[0]).toEqual(expected.map((own) => expect.closeTo(own, 12)));
  });
});

describe("Krippendorff's alpha", () => {
  it('weighs pairs by observers on complete data (.1473 for the table of Shrout and Fleiss)', () => {
    const observers = [
      [9, 6, 8, 7, 10, 6],
      [2, 1, 4, 1, 5, 2],
      [5, 3, 6, 2, 6, 4],
      [8, 2, 8, 6, 9, 7],
    ];
    expect(krippendorffAlpha(observers, 'interval').value).toBeCloseTo(0.1473, 4);
    expect(coincidences(observers)?.n).toBe(24);
  });
  it('is the same for observers in any order, and of intervals compares mean squares on complete data', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(...METRICS), (data, metric) => {
        const found = krippendorffAlpha(data, metric);
        const turned = krippendorffAlpha(data.toReversed(), metric);
        expect(turned.reason).toBe(found.reason);
        if (found.value === null) return;
        expect(turned.value).toBeCloseTo(found.value, 10);
        expect(found.value).toBeLessThanOrEqual(1 + 1e-12);
        const squares = meanSquares(transposed(data));
        if (metric !== 'interval' || data.flat().includes(null) || squares.reason !== null) return;
        const whole = data.flat().length;
        const total =
          (squares.rows * (squares.n - 1) + squares.within * squares.n * (squares.k - 1)) / (whole - 1);
        expect(found.value).toBeCloseTo(1 - squares.within / total, 9);
        if (found.value === 1) expect(intraclass(squares).icc1.value).toBeCloseTo(1, 9);
      }),
    );
  });
  it.each([
    [
      [
        [1, null],
        [null, 2],
      ],
      'interval',
      'no-pairable-values',
    ],
    [
      [
        [2, 2],
        [2, 2],
      ],
      'ordinal',
      'no-variance',
    ],
    [
      [
        [1, -2],
        [1, 2],
      ],
      'ratio',
      'invalid-response',
    ],
    [[[1, 2], [1]], 'nominal', 'invalid-response'],
    [[], 'nominal', 'no-pairable-values'],
  ] as const)('does not exist for %j (%s): %s', (data, metric, reason) => {
    expect(krippendorffAlpha(data, metric)).toEqual({ value: null, reason });
  });
  it('of ratios takes zeros', () => {
    expect(
      krippendorffAlpha(
        [
          [0, 3, 0],
          [0, 2, 1],
        ],
        'ratio',
      ).reason,
    ).toBeNull();
  });
});
