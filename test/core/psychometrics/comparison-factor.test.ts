import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { areDistinguishable } from '../../../src/core/psychometrics/are-distinguishable.ts';
import { comparisonFactor } from '../../../src/core/psychometrics/comparison-factor.ts';

const sem = fc.double({ min: 0.5, max: 20, noNaN: true });
const score = fc.double({ min: 0, max: 100, noNaN: true });
const people = fc.array(fc.record({ score, sem }), { minLength: 2, maxLength: 5 });

describe('the width of comparison bars', () => {
  it('is 1.645 / √2 standard errors where all are equally sure', () => {
    expect(comparisonFactor([7, 7, 7])).toBeCloseTo(1.645 / Math.SQRT2, 12);
  });

  it('follows the most unequal pair', () => {
    expect(comparisonFactor([3, 4])).toBeCloseTo((1.645 * 5) / 7, 12);
    expect(comparisonFactor([3, 4, 12])).toBeCloseTo((1.645 * Math.hypot(3, 12)) / 15, 12);
  });

  it('lets only people who differ have bars that do not touch', () => {
    fc.assert(
      fc.property(people, (shown) => {
        const factor = comparisonFactor(shown.map((person) => person.sem));
        for (const left of shown) {
          for (const right of shown) {
            const apart = Math.abs(left.score - right.score) > factor * (left.sem + right.sem) + 1e-9;
            if (apart) expect(areDistinguishable(left, right)).toBe(true);
          }
        }
      }),
    );
  });

  it('is exact for two people', () => {
    const factor = comparisonFactor([3, 4]);
    expect(areDistinguishable({ score: 0, sem: 3 }, { score: factor * 7 + 0.001, sem: 4 })).toBe(true);
    expect(areDistinguishable({ score: 0, sem: 3 }, { score: factor * 7 - 0.001, sem: 4 })).toBe(false);
  });

  it('needs two people', () => {
    expect(() => comparisonFactor([3])).toThrow(RangeError);
  });
});
