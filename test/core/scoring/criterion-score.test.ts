import { describe, expect, it } from '@jest/globals';
import { criterionScore } from '../../../src/core/scoring/criterion-score.ts';
import type { PromptLevel } from '../../../src/core/scoring/standing.ts';

const level = (value: number): PromptLevel => ({ level: value, basis: 'mean', reason: null });
const none = (reason: 'not-rated-here' | 'waiting' | 'unratable'): PromptLevel => ({
  level: null,
  basis: null,
  reason,
});

describe('score of a criterion', () => {
  it('is the mean over its prompts, all weighing the same', () => {
    expect(criterionScore([level(2), level(3.5), level(5)])).toEqual({ value: 62.5, reason: null });
  });
  it('leaves out prompts that do not name it and responses nobody could rate', () => {
    expect(criterionScore([level(2), none('not-rated-here'), level(4), none('unratable')])).toEqual({
      value: 50,
      reason: null,
    });
  });
  it('needs two prompts', () => {
    expect(criterionScore([level(4), none('not-rated-here'), none('unratable')])).toEqual({
      value: null,
      reason: 'too-few-prompts',
    });
  });
  it('waits for the last prompt', () => {
    expect(criterionScore([level(4), level(4), none('waiting')])).toEqual({ value: null, reason: 'waiting' });
  });
  it('does not exist in a form without prompts', () => {
    expect(criterionScore([])).toEqual({ value: null, reason: 'no-such-part' });
  });
});
