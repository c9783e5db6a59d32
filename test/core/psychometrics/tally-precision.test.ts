import { describe, expect, it } from '@jest/globals';
import { tallyPrecision, type MeasuredParts } from '../../../src/core/psychometrics/tally-precision.ts';

const person = (parts: readonly (number | null)[], score: number) => ({ parts, score });
const one = ['a', 'a'];

interface Given {
  readonly people: readonly MeasuredParts[];
  readonly strata: readonly string[];
  readonly partsName: string;
}

/** Counted in two chunks, as a store hands people out. */
function ownPrecision({ people, strata, partsName }: Given) {
  const tally = tallyPrecision(strata, partsName);
  tally.add(people.slice(0, 1));
  tally.add(people.slice(1));
  return tally.precision();
}

describe('a tally of precision', () => {
  it('is alpha over the parts, with mean and SD of the scores that are shown', () => {
    // Variances 1 and 1, covariance 0.5: alpha = 2 (1 − 2 / 3) = 2/3.
    const people = [person([1, 2], 10), person([2, 1], 20), person([3, 3], 30)];
    const own = ownPrecision({ people, strata: one, partsName: 'prompts' });
    expect(own).toMatchObject({ n: 3, method: 'alpha over 2 prompts', mean: 20, sd: 10 });
    expect(own?.reliability).toBeCloseTo(2 / 3, 12);
    expect(own?.interval.lower).toBeLessThan(2 / 3);
    expect(own?.interval.upper).toBeGreaterThan(2 / 3);
  });
  it('takes coefficient, SD and n from the people with every part', () => {
    const people = [person([1, 2], 10), person([2, 1], 20), person([3, 3], 30), person([5, null], 500)];
    expect(ownPrecision({ people, strata: one, partsName: 'prompts' })).toMatchObject({
      n: 3,
      mean: 20,
      sd: 10,
    });
  });
  it('names the strata where there are several', () => {
    const people = [person([1, 2, 1, 2], 1), person([2, 1, 3, 1], 2), person([3, 3, 2, 3], 3)];
    const own = ownPrecision({ people, strata: ['a', 'a', 'b', 'b'], partsName: 'situations' });
    expect(own?.method).toBe('stratified alpha over 4 situations');
  });
  it.each([
    ['nobody', [], one],
    ['one person', [person([1, 2], 3)], one],
    ['one part', [person([1], 1), person([2], 2)], ['a']],
    ['no variance', [person([1, 1], 1), person([1, 1], 1)], one],
  ])('is null with %s', (_, people, strata) => {
    expect(ownPrecision({ people, strata, partsName: 'prompts' })).toBeNull();
  });
});
