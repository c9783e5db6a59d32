import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PreviewCount, type ChangePreview } from '../../../src/core/rubric/preview-change.ts';
import type { CriterionStanding, PromptLevel } from '../../../src/core/scoring/standing.ts';
import { writtenScore } from '../../../src/core/scoring/written-score.ts';
import { criterion, item } from '../scoring/a-form.ts';

const weights = (empathy: number) => [
  { id: criterion('empathy'), weight: empathy },
  { id: criterion('calm'), weight: 100 - empathy },
];

const rated: PromptLevel = { level: 3, basis: 'mean', reason: null };
const standing = (name: string, value: number, prompts: readonly PromptLevel[]): CriterionStanding => ({
  criterion: criterion(name),
  score: { value, reason: null },
  prompts: Object.fromEntries(prompts.map((level, index) => [item(`p${index}`), level])),
});

function person(empathy: number, calm: number) {
  const prompts = [rated, rated];
  const criteria = [standing('empathy', empathy, prompts), standing('calm', calm, prompts)];
  return { criteria, written: writtenScore({ criteria: weights(50), standings: criteria }) };
}

function preview(
  people: readonly ReturnType<typeof person>[],
  after: ReturnType<typeof weights> | null,
  places: number | null = 1,
): ChangePreview {
  const count = new PreviewCount(after);
  for (const one of people) count.add(one);
  return count.summarise(places);
}

describe('the preview of a change', () => {
  it('counts scores that move, the largest move, and who crosses the places', () => {
    // 50:50 gives 50, 60, 20; 80:20 gives 80, 36, 20.
    expect(preview([person(100, 0), person(20, 100), person(20, 20)], weights(80))).toEqual({
      scored: 3,
      moved: 2,
      largest: 30,
      enter: 1,
      leave: 1,
    });
  });

  it('counts everybody level with the last place as inside', () => {
    expect(preview([person(60, 40), person(40, 60)], weights(60))).toMatchObject({ enter: 0, leave: 1 });
  });

  it('crosses nobody where there are places for all, or where another column decides', () => {
    const people = [person(100, 0), person(20, 100)];
    expect(preview(people, weights(80), 5)).toMatchObject({ moved: 2, enter: 0, leave: 0 });
    expect(preview(people, weights(80), null)).toMatchObject({ moved: 2, enter: 0, leave: 0 });
  });

  it('counts nobody who has no score', () => {
    const waiting = { ...person(1, 1), written: { value: null, reason: 'waiting' as const } };
    expect(preview([person(1, 1), waiting], weights(50))).toMatchObject({ scored: 1 });
    expect(preview([], weights(50))).toEqual({ scored: 0, moved: 0, largest: 0, enter: 0, leave: 0 });
  });

  it('foretells no move where the criteria are other ones', () => {
    expect(preview([person(100, 0)], null)).toMatchObject({ moved: 0, largest: 0 });
  });

  it('moves nobody by the same weights, and as many in as out where no two are level', () => {
    const people = fc.uniqueArray(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(people, fc.nat(100), fc.integer({ min: 1, max: 5 }), (scores, weight, places) => {
        const all = scores.map(([empathy, calm]) => person(empathy / 10, calm / 10));
        expect(preview(all, weights(50), places)).toMatchObject({ moved: 0, enter: 0, leave: 0 });
        const seen = preview(all, weights(weight), places);
        expect(seen.largest > 0).toBe(seen.moved > 0);
        const level = (share: number) =>
          new Set(scores.map(([a, b]) => (share * a + (100 - share) * b).toFixed(6))).size < scores.length;
        if (!level(50) && !level(weight)) expect(seen.enter).toBe(seen.leave);
      }),
    );
  });
});
