import { describe, expect, it } from '@jest/globals';
import { compareJudgements, levelOf } from '../../../src/core/rating/compare-judgements.ts';
import { COMMUNICATION, CRITERIA, EMPATHY, judged, unratable } from './a-rating-task.ts';

describe('comparing two judgements', () => {
  it('disputes exactly the criteria that are two levels or more apart', () => {
    expect(compareJudgements(CRITERIA, judged(3, 2), judged(4, 4))).toEqual({
      kind: 'both-rated',
      disputed: [COMMUNICATION],
    });
    expect(compareJudgements(CRITERIA, judged(3, 3), judged(2, 4))).toEqual({
      kind: 'both-rated',
      disputed: [],
    });
  });
  it('tells one unratable from two', () => {
    expect(compareJudgements(CRITERIA, judged(3, 2), unratable()).kind).toBe('one-unratable');
    expect(compareJudgements(CRITERIA, unratable(), judged(3, 2)).kind).toBe('one-unratable');
    expect(compareJudgements(CRITERIA, unratable(), unratable('blank')).kind).toBe('both-unratable');
  });
  it('refuses a judgement that is not complete', () => {
    expect(() => levelOf(unratable(), EMPATHY)).toThrow('without a level for empathy');
  });
});
