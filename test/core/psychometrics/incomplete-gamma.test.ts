import { describe, expect, it } from '@jest/globals';
import { upperIncompleteGamma } from '../../../src/core/psychometrics/incomplete-gamma.ts';

describe('upper incomplete gamma', () => {
  it('has the closed form e^−x (1 + x) for a = 2, on both sides of where the method changes', () => {
    for (const x of [0.5, 2.9, 3.1, 20]) {
      expect(upperIncompleteGamma(2, x)).toBeCloseTo(Math.exp(-x) * (1 + x), 13);
    }
  });
  it('is everything at 0', () => {
    expect(upperIncompleteGamma(2, 0)).toBe(1);
  });
});
