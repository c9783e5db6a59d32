import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { crossTable } from '../../../src/core/psychometrics/cross-table.ts';
import { fleissKappa, lightKappa } from '../../../src/core/psychometrics/nominal-kappas.ts';
import { kappaOfTally, quadraticKappa } from '../../../src/core/psychometrics/quadratic-kappa.ts';
import { raterAgreement } from '../../../src/core/psychometrics/rater-agreement.ts';
import { tallyDoubleRatings } from '../../../src/core/psychometrics/tally-double-ratings.ts';
import { weightedKappa } from '../../../src/core/psychometrics/weighted-kappa.ts';
import { referenceCase } from '../../reference/reference-case.ts';

const level = fc.integer({ min: 1, max: 5 });
const ratings = fc.array(fc.record({ first: level, second: level }), { minLength: 1, maxLength: 30 });
const paired = (first: readonly number[], second: readonly number[]) =>
  first.map((own, index) => ({ first: own, second: second[index] ?? null }));

describe('weighted kappa', () => {
  it('and its interval are those that psych prints for its example', () => {
    const table = crossTable(paired([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 3, 1, 6, 1, 5, 5, 6, 7]));
    const [plain, squared] = [weightedKappa(table, 'unweighted'), weightedKappa(table, 'quadratic')];
    if (plain.reason !== null || squared.reason !== null) throw new Error('no kappa');
    const rounded = [plain, squared].flatMap(({ value, se }) =>
      [value - 1.96 * se, value, value + 1.96 * se].map((own) => Number(own.toFixed(2)) + 0),
    );
    expect(rounded).toEqual([-0.18, 0, 0.18, 0.43, 0.68, 0.93]);
  });
  it('with squares equals the closed form, also from chunks and far from 0', () => {
    fc.assert(
      fc.property(ratings, (pairs) => {
        const closed = quadraticKappa(pairs);
        const tabled = weightedKappa(crossTable(pairs), 'quadratic');
        const tally = tallyDoubleRatings();
        for (const { first, second } of pairs)
          tally.add(Float64Array.of(first + 1e6, NaN), Float64Array.of(second + 1e6, 1));
        expect(kappaOfTally(tally).n).toBe(pairs.length);
        expect(tabled.reason).toBe(closed.reason);
        if (closed.value === null) return;
        expect(tabled.value).toBeCloseTo(closed.value, 10);
        expect(kappaOfTally(tally).value).toBeCloseTo(closed.value, 10);
      }),
    );
  });
  it('is 0 where one rater gives one level throughout, and −1 where two reverse the ends', () => {
    const constant = crossTable(paired([1, 2, 3, 4], [2, 2, 2, 2]));
    expect(weightedKappa(constant, 'unweighted').value).toBeCloseTo(0, 12);
    expect(weightedKappa(constant, 'quadratic').value).toBeCloseTo(0, 12);
    expect(weightedKappa(crossTable(paired([1, 5], [5, 1])), 'quadratic').value).toBeCloseTo(-1, 12);
  });
  it('does not exist without pairs, without variance, or for a table that is no square of counts', () => {
    const none = { value: null, n: 0 };
    expect(weightedKappa(crossTable([]), 'linear')).toEqual({ ...none, reason: 'no-pairable-values' });
    expect(weightedKappa(crossTable(paired([3], [3])), 'linear')).toMatchObject({ reason: 'no-variance' });
    const ragged = { levels: [1, 2], counts: [[1, 2], [3]] };
    expect(weightedKappa(ragged, 'linear')).toEqual({ ...none, reason: 'invalid-response' });
    const negative = { levels: [1], counts: [[-1]] };
    expect(weightedKappa(negative, 'linear')).toEqual({ ...none, reason: 'invalid-response' });
    expect(quadraticKappa([{ first: 1, second: Infinity }]).reason).toBe('invalid-response');
    expect(() => {
      tallyDoubleRatings().add([1], []);
    }).toThrow('same length');
  });
});

describe('kappa of many raters', () => {
  // Fleiss 1971: 30 patients, six psychiatrists, five diagnoses.
  const { input } = referenceCase<{ data: number[][] }, unknown>('kappa.light_diagnoses');

  it('is the .430 printed by Fleiss, in any order of raters', () => {
    expect(fleissKappa(input.data).value).toBeCloseTo(0.43, 3);
    const turned = input.data.map((row) => row.toReversed());
    expect(fleissKappa(turned).value).toBeCloseTo(fleissKappa(input.data).value ?? NaN, 12);
    expect(lightKappa(turned).value).toBeCloseTo(lightKappa(input.data).value ?? NaN, 12);
  });
  it.each([
    [[[1], [2]], 'fewer-than-two-raters'],
    [[[1, null]], 'no-pairable-values'],
    [
      [
        [2, 2],
        [2, 2],
      ],
      'no-variance',
    ],
    [[[1, 2], [1]], 'invalid-response'],
  ])('does not exist for %j: %s', (data, reason) => {
    expect(fleissKappa(data)).toEqual({ value: null, reason });
    expect(lightKappa(data)).toEqual({ value: null, reason });
  });
  it('of all pairs does not exist where two of the raters never vary', () => {
    const data = [
      [1, 1, 2],
      [1, 1, 3],
    ];
    expect(lightKappa(data).reason).toBe('no-variance');
  });
});

describe('agreement of two raters', () => {
  it('counts exact and adjacent levels and how much milder the second is', () => {
    const agreement = raterAgreement([1, 2, 3, 4], [1, 3, 5, 5]);
    expect(agreement).toMatchObject({ n: 4, exact: 0.25, adjacent: 0.75, meanDifference: 1 });
    expect(agreement?.standardisedDifference).toBeCloseTo(1 / Math.sqrt((5 / 3 + 11 / 3) / 2), 12);
  });
  it('has no standardised difference without a spread, and no figure without responses', () => {
    expect(raterAgreement([3], [4])).toMatchObject({ meanDifference: 1, standardisedDifference: null });
    expect(raterAgreement([3, 3], [3, 3])?.standardisedDifference).toBeNull();
    expect(raterAgreement([], [])).toBeNull();
    expect(raterAgreement([1], [1, 2])).toBeNull();
    expect(raterAgreement([NaN], [1])).toBeNull();
  });
});
