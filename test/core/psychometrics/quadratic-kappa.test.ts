import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { quadraticKappa } from '../../../src/core/psychometrics/quadratic-kappa.ts';
import { referenceCase } from '../../reference/reference-case.ts';

type Level = number | null;
interface Ratings {
  readonly a: readonly Level[];
  readonly b: readonly Level[];
}

const pair = ({ a, b }: Ratings) => a.map((first, index) => ({ first, second: b[index] ?? null }));

describe('quadratic-weighted kappa', () => {
  it.each(['kappa.anxiety', 'kappa.qwk_rubric', 'kappa.qwk_closed_form'])(
    'equals the reference: %s',
    (id) => {
      const { input, expected, near } = referenceCase<Ratings, { quadratic: number }>(id);
      near(quadraticKappa(pair(input)).value, expected.quadratic);
    },
  );
  it('equals the published table (kappa.table_3x3)', () => {
    const { input, expected, near } = referenceCase<{ table: number[][] }, { quadratic: number }>(
      'kappa.table_3x3',
    );
    const ratings = input.table.flatMap((row, first) =>
      row.flatMap((count, second) => Array.from({ length: count }, () => ({ first, second }))),
    );
    near(quadraticKappa(ratings).value, expected.quadratic);
  });
  it('drops pairs with a missing rating and counts the rest (kappa.missing_pairs)', () => {
    const { input, expected, near } = referenceCase<Ratings, { quadratic: number; n_pairs: number }>(
      'kappa.missing_pairs',
    );
    const kappa = quadraticKappa(pair(input));
    near(kappa.value, expected.quadratic);
    expect(kappa.n).toBe(expected.n_pairs);
  });
  it('has no value where both raters gave one level throughout, and none without pairs', () => {
    expect(quadraticKappa([{ first: 3, second: 3 }])).toEqual({ value: null, n: 1, reason: 'no-variance' });
    expect(quadraticKappa([{ first: 3, second: null }])).toEqual({
      value: null,
      n: 0,
      reason: 'no-pairable-values',
    });
  });
  it('is the same whichever rater is named first', () => {
    const level = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(fc.array(fc.record({ first: level, second: level }), { minLength: 1 }), (ratings) => {
        const swapped = ratings.map(({ first, second }) => ({ first: second, second: first }));
        expect(quadraticKappa(swapped).value ?? 9).toBeCloseTo(quadraticKappa(ratings).value ?? 9, 12);
      }),
    );
  });
});
