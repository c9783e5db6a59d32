import { describe, expect, it } from '@jest/globals';
import { biserial } from '../../../src/core/psychometrics/biserial.ts';
import { discriminationIndex, extremeGroups } from '../../../src/core/psychometrics/discrimination-index.ts';
import { distractorTable } from '../../../src/core/psychometrics/distractor-table.ts';
import { itemDifficulty } from '../../../src/core/psychometrics/item-difficulty.ts';
import { rapidResponses } from '../../../src/core/psychometrics/rapid-responses.ts';

describe('an item', () => {
  it('is as easy as the share of its points that people earn', () => {
    expect(itemDifficulty([0, 2, 4], 4)).toBe(0.5);
    expect(itemDifficulty([], 4)).toBeNull();
    expect(itemDifficulty([5], 4)).toBeNull();
    expect(itemDifficulty([NaN], 4)).toBeNull();
  });
  it('tells the upper from the lower 27 %, ties at the cut included', () => {
    const scores = [1, 2, 3, 4, 5, 6, 7, 8, 8, 8];
    const groups = extremeGroups(scores);
    expect(groups).toEqual({ upper: [7, 8, 9], lower: [0, 1, 2] });
    expect(discriminationIndex([0, 0, 0, 1, 1, 1, 1, 1, 1, 1], groups)).toBe(1);
    expect(extremeGroups([5, 5, 5]).upper).toHaveLength(3);
    expect(discriminationIndex([], extremeGroups([]))).toBeNull();
  });
  it('shows who chose which option', () => {
    const table = distractorTable(['b', 'a', 'b', null], [4, 1, 4, 1]);
    expect(table).toEqual([
      { option: 'a', share: 0.25, meanRest: 1, withRest: expect.closeTo(-1 / Math.sqrt(3), 12) },
      { option: 'b', share: 0.5, meanRest: 4, withRest: expect.closeTo(1, 12) },
    ]);
    expect(distractorTable([10, 9], [1, 1]).map(({ option, withRest }) => [option, withRest])).toEqual([
      [9, null],
      [10, null],
    ]);
  });
  it('at the middle has a biserial of √(π/2) times the point-biserial', () => {
    expect(biserial(0.4, 0.5)).toBeCloseTo(0.4 * Math.sqrt(Math.PI / 2), 9);
    expect(biserial(0.4, 1)).toBeNull();
    expect(biserial(NaN, 0.5)).toBeNull();
  });
});

describe('rapid responses', () => {
  it('are faster than a tenth of the item mean, ten seconds at most', () => {
    expect(rapidResponses([3.9, 4, 9.9, null], [40, 40, 160, 20])).toEqual({
      thresholds: [4, 4, 10, 2],
      rapid: [true, false, true, null],
      effort: 1 / 3,
    });
  });
  it('say nothing without times', () => {
    expect(rapidResponses([null], [40]).effort).toBeNull();
    expect(() => rapidResponses([1], [])).toThrow(RangeError);
  });
});
