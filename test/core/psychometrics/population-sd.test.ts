import { describe, expect, it } from '@jest/globals';
import { populationSd } from '../../../src/core/psychometrics/population-sd.ts';

describe('population standard deviation', () => {
  it('divides by n', () => {
    expect(populationSd([2, 4, 4, 4, 5, 5, 7, 9])).toBe(2);
  });
  it('is 0 for a single value', () => {
    expect(populationSd([3])).toBe(0);
  });
});
