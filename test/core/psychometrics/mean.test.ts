import { describe, expect, it } from '@jest/globals';
import { mean } from '../../../src/core/psychometrics/mean.ts';

describe('mean', () => {
  it('is the sum over the number of values', () => {
    expect(mean([1, 2, 6])).toBe(3);
  });
  it('refuses an empty list instead of answering NaN', () => {
    expect(() => mean([])).toThrow(RangeError);
  });
});
