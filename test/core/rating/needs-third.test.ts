import { describe, expect, it } from '@jest/globals';
import { compareJudgements } from '../../../src/core/rating/compare-judgements.ts';
import { needsThird } from '../../../src/core/rating/needs-third.ts';
import { CRITERIA, judged, unratable } from './a-rating-task.ts';

describe('a third rater is needed', () => {
  it.each([
    ['levels one apart', judged(3, 3), judged(4, 2), false],
    ['levels two apart on one criterion', judged(3, 3), judged(3, 5), true],
    ['one unratable', judged(3, 3), unratable(), true],
    ['two unratable: that is the lead’s', unratable(), unratable(), false],
  ])('%s', (_, first, second, wanted) => {
    expect(needsThird(compareJudgements(CRITERIA, first, second))).toBe(wanted);
    expect(needsThird(compareJudgements(CRITERIA, second, first))).toBe(wanted);
  });
});
