import { describe, expect, it } from '@jest/globals';
import { continuedFraction } from '../../../src/core/psychometrics/continued-fraction.ts';

describe('continued fraction', () => {
  it('finds the golden ratio', () => {
    const golden = continuedFraction(() => ({ numerator: 1, denominator: 1 }));
    expect(golden).toBeCloseTo((1 + Math.sqrt(5)) / 2, 14);
  });
  it('survives a first term of 0', () => {
    expect(continuedFraction(() => ({ numerator: 1, denominator: 1 }), 0)).toBeCloseTo(
      (Math.sqrt(5) - 1) / 2,
      12,
    );
  });
  it('says so when it does not settle', () => {
    expect(() =>
      continuedFraction((step) => ({ numerator: (-1) ** step * step * step, denominator: 0 })),
    ).toThrow('did not settle');
  });
});
