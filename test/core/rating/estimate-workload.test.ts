import { describe, expect, it } from '@jest/globals';
import { estimateWorkload } from '../../../src/core/rating/estimate-workload.ts';

describe('workload of an allocation', () => {
  it('is responses × 2 × 150 s and a quarter more', () => {
    expect(estimateWorkload(40, 4)).toEqual({
      responses: 40,
      ratings: 80,
      minutes: 250,
      minutesPerRater: 62.5,
    });
  });
  it('is nothing for no responses, and needs somebody to share it', () => {
    expect(estimateWorkload(0, 2).minutes).toBe(0);
    expect(() => estimateWorkload(10, 0)).toThrow(RangeError);
  });
});
