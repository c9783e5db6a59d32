import { describe, expect, it } from '@jest/globals';
import type { CriterionId } from '../../../src/core/kernel/ids.ts';
import { hasShownLevel } from '../../../src/core/scoring/has-shown-level.ts';
import type { CriterionStanding, PromptLevel } from '../../../src/core/scoring/standing.ts';

const given = (level: number): PromptLevel => ({ level, basis: 'mean', reason: null });
const WAITING: PromptLevel = { level: null, basis: null, reason: 'waiting' };
const standing = (...levels: PromptLevel[]): { criteria: CriterionStanding[] } => ({
  criteria: [
    {
      criterion: 'tact' as CriterionId,
      score: { value: null, reason: 'waiting' },
      prompts: Object.fromEntries(levels.map((level, index) => [`p${index}`, level])),
    },
  ],
});

describe('a level of a criterion', () => {
  it.each([
    { levels: [given(4), given(1)], atLeast: 4, shown: true },
    { levels: [given(3.5), given(3.5)], atLeast: 4, shown: false },
    { levels: [WAITING, given(5)], atLeast: 5, shown: true },
    { levels: [WAITING], atLeast: 2, shown: false },
    { levels: [], atLeast: 2, shown: false },
  ])('is shown by one prompt that reaches it: %j', ({ levels, atLeast, shown }) => {
    expect(hasShownLevel(standing(...levels), 'tact' as CriterionId, atLeast)).toBe(shown);
  });

  it('is not shown by levels of another criterion', () => {
    expect(hasShownLevel(standing(given(5)), 'pace' as CriterionId, 2)).toBe(false);
  });
});
