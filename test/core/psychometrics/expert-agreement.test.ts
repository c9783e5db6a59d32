import { describe, expect, it } from '@jest/globals';
import { contentValidityRatio } from '../../../src/core/psychometrics/content-validity-ratio.ts';
import { leaveOneOutAgreement } from '../../../src/core/psychometrics/leave-one-out-agreement.ts';
import { pearson } from '../../../src/core/psychometrics/pearson.ts';
import {
  evenSpreadVariance,
  withinGroupAgreement,
} from '../../../src/core/psychometrics/within-group-agreement.ts';

describe('agreement of experts on an option (r_wg)', () => {
  it('is 1 where all say the same and below 0 where they are split to the ends', () => {
    expect(evenSpreadVariance(7)).toBe(4);
    expect(withinGroupAgreement([6, 6, 6], 7)).toEqual({ value: 1, reason: null });
    // 1 and 7, twice each: variance 12 against 4 of an even spread.
    expect(withinGroupAgreement([1, 7, 1, 7], 7).value).toBeCloseTo(-2, 12);
  });
  it('does not exist for one expert, a scale of one level, or ratings that are not finite', () => {
    expect(withinGroupAgreement([6], 7).reason).toBe('fewer-than-two-raters');
    expect(withinGroupAgreement([6, 6], 1).reason).toBe('invalid-response');
    expect(withinGroupAgreement([6, NaN], 7).reason).toBe('invalid-response');
  });
});

describe('agreement of each expert with the others', () => {
  it('is 1 for experts who differ by a constant, −1 for one who turns the scale round', () => {
    const agreement = leaveOneOutAgreement([
      [1, 2, 3],
      [2, 3, 4],
      [5, 4, 3],
    ]);
    expect(agreement[2]).toBeCloseTo(-1, 12);
    // Only the options that the second expert rated count for it.
    expect(
      leaveOneOutAgreement([
        [1, 2, 3],
        [2, 3, null],
        [3, 4, 9],
      ])[1],
    ).toBeCloseTo(1, 12);
  });
  it('does not exist for one alone, for ratings that do not vary, or rows of unequal length', () => {
    expect(leaveOneOutAgreement([[1, 2, 3]])).toEqual([null]);
    expect(
      leaveOneOutAgreement([
        [3, 3, 3],
        [1, 2, 3],
      ]),
    ).toEqual([null, null]);
    expect(leaveOneOutAgreement([[1, 2], [1]])).toEqual([null, null]);
    expect(pearson([], [])).toBeNull();
    expect(() => pearson([1], [])).toThrow(RangeError);
  });
});

describe('the content validity ratio', () => {
  it.each([
    [10, 10, 1],
    [5, 10, 0],
    [0, 10, -1],
    [11, 10, null],
    [0, 0, null],
  ])('of %d in a panel of %d is %s', (essential, panel, ratio) => {
    expect(contentValidityRatio(essential, panel)).toBe(ratio);
  });
});
