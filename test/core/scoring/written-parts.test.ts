import { describe, expect, it } from '@jest/globals';
import type { CriterionId, ItemId } from '../../../src/core/kernel/ids.ts';
import type { CriterionStanding, PromptLevel } from '../../../src/core/scoring/standing.ts';
import { countDoubleRatings, criterionParts, writtenParts } from '../../../src/core/scoring/written-parts.ts';

const PROMPTS = ['w01', 'w02'] as ItemId[];
const WEIGHTS = [
  { id: 'empathy' as CriterionId, weight: 75 },
  { id: 'communication' as CriterionId, weight: 25 },
];
const at = (level: number): PromptLevel => ({ level, basis: 'mean', reason: null });
const empty: PromptLevel = { level: 1, basis: 'empty', reason: null };
const without = (reason: 'not-rated-here' | 'unratable'): PromptLevel => ({
  level: null,
  basis: null,
  reason,
});
const standing = (criterion: string, w01: PromptLevel, w02: PromptLevel): CriterionStanding => ({
  criterion: criterion as CriterionId,
  score: { value: 40, reason: null },
  prompts: { w01, w02 } as CriterionStanding['prompts'],
});
const person = (...criteria: CriterionStanding[]) => ({
  written: { value: 60, reason: null } as const,
  criteria,
});

describe('writtenParts', () => {
  it('weighs the criteria of a response before prompts are compared', () => {
    const rated = person(standing('empathy', at(5), at(1)), standing('communication', at(1), at(5)));
    expect(writtenParts(rated, WEIGHTS, PROMPTS)).toEqual({ score: 60, parts: [75, 25] });
  });
  it('weighs only the criteria that a prompt names', () => {
    const rated = person(
      standing('empathy', at(5), without('not-rated-here')),
      standing('communication', at(1), at(3)),
    );
    expect(writtenParts(rated, WEIGHTS, PROMPTS)?.parts).toEqual([75, 50]);
  });
  it('has no part where a named criterion has no level', () => {
    const rated = person(
      standing('empathy', at(5), without('unratable')),
      standing('communication', at(1), without('unratable')),
    );
    expect(writtenParts(rated, WEIGHTS, PROMPTS)?.parts).toEqual([75, null]);
  });
  it('leaves out whoever wrote nothing, because equal empty responses are no measurement', () => {
    const rated = person(standing('empathy', empty, empty), standing('communication', empty, empty));
    expect(writtenParts(rated, WEIGHTS, PROMPTS)).toBeNull();
    expect(criterionParts(rated, 'empathy' as CriterionId, PROMPTS)).toBeNull();
  });
});

describe('criterionParts', () => {
  it('are the levels of the criterion on the scale of scores', () => {
    const rated = person(standing('empathy', at(2), at(4.5)));
    expect(criterionParts(rated, 'empathy' as CriterionId, PROMPTS)).toEqual({
      score: 40,
      parts: [25, 87.5],
    });
  });
});

describe('countDoubleRatings', () => {
  it('counts a response once, and an empty one never', () => {
    const rated = person(standing('empathy', at(2), empty), standing('communication', at(3), empty));
    expect(countDoubleRatings(rated)).toBe(1);
  });
});
