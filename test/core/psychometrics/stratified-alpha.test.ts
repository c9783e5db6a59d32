import { describe, expect, it } from '@jest/globals';
import { cronbachAlpha, type PersonsByItems } from '../../../src/core/psychometrics/cronbach-alpha.ts';
import { stratifiedAlpha } from '../../../src/core/psychometrics/stratified-alpha.ts';
import { referenceCase } from '../../reference/reference-case.ts';

const data: PersonsByItems = [
  [1, 2, 2],
  [2, 2, 4],
  [4, 3, 3],
  [5, 5, 1],
];

describe('stratified alpha', () => {
  it('equals the reference (alpha.stratified)', () => {
    const { input, expected, near } = referenceCase<
      { data: PersonsByItems; strata: readonly (readonly number[])[] },
      { stratified: number }
    >('alpha.stratified');
    const strata = (input.data[0] ?? []).map((_, item) =>
      String(input.strata.findIndex((members) => members.includes(item + 1))),
    );
    near(stratifiedAlpha(input.data, strata).value, expected.stratified);
  });
  it('is plain alpha with a single stratum', () => {
    expect(stratifiedAlpha(data, ['e', 'e', 'e']).value).toBeCloseTo(cronbachAlpha(data).value ?? NaN, 12);
  });
  it('counts a stratum of one item as all error', () => {
    // Totals 5, 8, 10, 11 vary by 7; the items by 10/3, 2 and 5/3, which together are 7: nothing is left.
    expect(stratifiedAlpha(data, ['e', 'c', 'a']).value).toBeCloseTo(0, 12);
  });
  it('has no value where plain alpha has none', () => {
    expect(stratifiedAlpha([[1, 1]], ['e', 'c'])).toMatchObject({ value: null, reason: 'insufficient-n' });
  });
});
