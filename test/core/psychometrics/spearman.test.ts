import { describe, expect, it } from '@jest/globals';
import { midRanks } from '../../../src/core/psychometrics/mid-ranks.ts';
import { spearman } from '../../../src/core/psychometrics/spearman.ts';

describe('Spearman’s ρ', () => {
  it('is 1 for the same order and −1 for the reverse', () => {
    expect(spearman([1, 2, 3, 4, 5], [10, 20, 30, 40, 90])).toBeCloseTo(1, 12);
    expect(spearman([5, 4, 3, 2, 1], [1, 2, 3, 4, 5])).toBeCloseTo(-1, 12);
  });

  it('takes the middle of the ranks where values are alike (R 4.2.2)', () => {
    expect(midRanks([4.6, 3.1, 3.1, 2.2, 1.4])).toEqual([5, 3.5, 3.5, 2, 1]);
    expect(spearman([5, 3, 4, 1, 2], [4.6, 3.1, 3.1, 2.2, 1.4])).toBeCloseTo(0.872081599272381, 12);
  });

  it('does not exist where all values are alike', () => {
    expect(spearman([1, 2, 3], [4, 4, 4])).toBeNull();
    expect(() => spearman([1, 2], [1])).toThrow('same length');
  });
});
