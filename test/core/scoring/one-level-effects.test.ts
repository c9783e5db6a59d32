import { describe, expect, it } from '@jest/globals';
import type { CriterionId, ItemId } from '../../../src/core/kernel/ids.ts';
import { criterionScore } from '../../../src/core/scoring/criterion-score.ts';
import { oneLevelEffects } from '../../../src/core/scoring/one-level-effects.ts';
import type { CriterionStanding, PromptLevel } from '../../../src/core/scoring/standing.ts';

const criteria = [
  { id: 'empathy' as CriterionId, weight: 60 },
  { id: 'communication' as CriterionId, weight: 40 },
];

function standing(criterion: string, levels: readonly (number | null)[]): CriterionStanding {
  const given = levels.map((level): PromptLevel =>
    level === null ? { level: null, basis: null, reason: 'waiting' } : { level, basis: 'mean', reason: null },
  );
  const prompts = Object.fromEntries(given.map((level, index) => [`w0${index + 1}`, level]));
  return { criterion: criterion as CriterionId, score: criterionScore(given), prompts };
}

describe('what one level more or less changes', () => {
  it('is a level’s share of its criterion, by the weight of the criterion', () => {
    const effects = oneLevelEffects(criteria, [
      standing('empathy', [3, 3]),
      standing('communication', [2, 4]),
    ]);
    expect(effects).toHaveLength(4);
    // One level is 25 points; one of two prompts: 12.5; by weight: 7.5 and 5.
    expect(effects[0]).toMatchObject({ criterion: 'empathy', prompt: 'w01' as ItemId });
    expect(effects[0]?.up).toBeCloseTo(7.5, 10);
    expect(effects[0]?.down).toBeCloseTo(-7.5, 10);
    expect(effects[2]?.up).toBeCloseTo(5, 10);
  });

  it('ends at the ends of the scale', () => {
    const effects = oneLevelEffects(criteria, [
      standing('empathy', [5, 1]),
      standing('communication', [4.5, 3]),
    ]);
    expect(effects[0]?.up).toBeNull();
    expect(effects[1]?.down).toBeNull();
    // From 4.5 only half a level is left.
    expect(effects[2]?.up).toBeCloseTo(2.5, 10);
  });

  it('is not said while there is no score', () => {
    const waiting = [standing('empathy', [3, null]), standing('communication', [3, 3])];
    expect(oneLevelEffects(criteria, waiting)).toEqual([]);
  });
});
