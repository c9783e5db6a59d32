import { describe, expect, it } from '@jest/globals';
import { countSteps, shownFeedbacks } from '../../../src/core/feedback/process-feedback.ts';

describe('what candidates say about the process', () => {
  it.each([
    [0, 0],
    [9, 0],
    [10, 10],
    [11, 10],
    [19, 10],
    [20, 20],
  ])('of %d given shows %d: whole groups of ten', (given, shown) => {
    expect(shownFeedbacks(given)).toBe(shown);
  });

  it('is counted step by step for each question', () => {
    const rows = [
      { fair: 5, clear: 1, count: 4 },
      { fair: 5, clear: 2, count: 3 },
      { fair: 1, clear: 2, count: 3 },
    ] as const;
    expect(countSteps(rows, 'fair')).toEqual([3, 0, 0, 0, 7]);
    expect(countSteps(rows, 'clear')).toEqual([4, 6, 0, 0, 0]);
  });
});
