import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { areDistinguishable } from '../../../src/core/psychometrics/are-distinguishable.ts';

const measured = fc.record({
  score: fc.double({ min: 0, max: 100, noNaN: true }),
  sem: fc.double({ min: 0, max: 20, noNaN: true }),
});

describe('the pairwise rule', () => {
  it('tells two people apart from 1.645 √(SEM² + SEM²) on', () => {
    // 1.645 · √(6² + 8²) = 16.45
    expect(areDistinguishable({ score: 60, sem: 6 }, { score: 43.5, sem: 8 })).toBe(true);
    expect(areDistinguishable({ score: 60, sem: 6 }, { score: 43.6, sem: 8 })).toBe(false);
  });
  it('does not depend on who is named first', () => {
    fc.assert(
      fc.property(measured, measured, (left, right) => {
        expect(areDistinguishable(left, right)).toBe(areDistinguishable(right, left));
      }),
    );
  });
});
