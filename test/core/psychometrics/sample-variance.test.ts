import { describe, expect, it } from '@jest/globals';
import { sampleVariance } from '../../../src/core/psychometrics/sample-variance.ts';

describe('sample variance', () => {
  it('divides by n − 1', () => {
    expect(sampleVariance([1, 2, 6])).toBe(7);
  });
  it('refuses a single value', () => {
    expect(() => sampleVariance([4])).toThrow(RangeError);
  });
});
