import { describe, expect, it } from '@jest/globals';
import { optionAgreement } from '../../../src/core/expert-panel/option-agreement.ts';

describe('optionAgreement', () => {
  it('gives mean, SD with n − 1, share within one point and r_wg', () => {
    // s² = 2/3 over 4 ratings; 1 − (2/3) / 4.
    const told = optionAgreement([5, 6, 6, 7]);
    expect(told).toMatchObject({ n: 4, mean: 6, withinOne: 1, verdict: 'kept', middling: false });
    expect(told?.sd).toBeCloseTo(Math.sqrt(2 / 3), 12);
    expect(told?.agreement).toBeCloseTo(5 / 6, 12);
  });

  it.each([
    // n Σx² − (Σx)² = 24 and 24 / 20 = 1.2 = .30 × 4: r_wg is .70 exactly.
    ['kept at exactly .70', [4, 4, 4, 6, 6], 'kept'],
    ['spread just below it', [3, 4, 4, 6, 6], 'spread'],
    ['spread where r_wg is above zero', [2, 2, 4, 6, 6], 'spread'],
    ['wider than chance where it is negative', [1, 1, 7, 7], 'wider-than-chance'],
  ] as const)('%s', (_, ratings, verdict) => {
    expect(optionAgreement(ratings)?.verdict).toBe(verdict);
  });

  it('reports 0 where r_wg is negative', () => {
    expect(optionAgreement([1, 1, 7, 7])?.agreement).toBe(0);
  });

  it.each([
    [[4, 5], true],
    [[3, 4], true],
    [[4, 4, 5, 6], false],
    [[5, 5], false],
  ])('says of %j whether its mean lies within half a point of the middle: %s', (ratings, middling) => {
    expect(optionAgreement(ratings)?.middling).toBe(middling);
  });

  it('counts a rating exactly one point from the mean as within it, and one beyond as not', () => {
    expect(optionAgreement([4, 6])?.withinOne).toBe(1);
    expect(optionAgreement([3, 6, 6])?.withinOne).toBeCloseTo(2 / 3, 12);
  });

  it.each([[[]], [[5]]])('cannot tell from %j', (ratings) => {
    expect(optionAgreement(ratings)).toBeNull();
  });
});
