import { describe, expect, it } from '@jest/globals';
import { ownResults } from '../../../src/core/decision/own-results.ts';
import type { CriterionId } from '../../../src/core/kernel/ids.ts';
import type { Criterion, LevelNumber } from '../../../src/core/rubric/rubric.ts';
import type { CriterionStanding, PromptLevel } from '../../../src/core/scoring/standing.ts';

const criterion = (id: string): Criterion => ({
  id: id as CriterionId,
  label: `The ${id}`,
  definition: 'What it is.',
  weight: 50,
  levels: ([1, 2, 3, 4, 5] as LevelNumber[]).map((level) => ({
    level,
    label: `Name ${level}`,
    anchor: `${id} ${level}`,
    example: null,
  })),
});
const at = (level: number): PromptLevel => ({ level, basis: 'mean', reason: null });
const empty: PromptLevel = { level: 1, basis: 'empty', reason: null };
const unratable: PromptLevel = { level: null, basis: null, reason: 'unratable' };
/** Equal prompts, as everywhere in the product. */
function standing(id: string, ...levels: PromptLevel[]): CriterionStanding {
  const known = levels.flatMap(({ level }) => level ?? []);
  const mean = known.reduce((sum, level) => sum + level, 0) / known.length;
  return {
    criterion: id as CriterionId,
    score: { value: ((mean - 1) / 4) * 100, reason: null },
    prompts: Object.fromEntries(levels.map((level, index) => [`w0${index}`, level])),
  };
}
const read = (...standings: CriterionStanding[]) =>
  ownResults([criterion('feeling'), criterion('clarity')], standings);

describe('what an applicant reads about their responses', () => {
  it('begins with what went best, with the anchor of its level', () => {
    const { criteria } = read(standing('feeling', at(2), at(2)), standing('clarity', at(4), at(5)));
    expect(criteria.map(({ level }) => level)).toEqual([
      { level: 5, label: 'Name 5', anchors: [{ level: 5, text: 'clarity 5' }] },
      { level: 2, label: 'Name 2', anchors: [{ level: 2, text: 'feeling 2' }] },
    ]);
    expect(JSON.stringify(criteria)).not.toMatch(/"value"|score|weight/);
  });

  it.each([
    [[at(3), at(4)], 'feeling 4'],
    [[at(3), at(3.5), at(3.5)], 'feeling 3'],
    [[at(1), at(1)], 'feeling 1'],
    [[at(3), at(3), empty], 'feeling 2'],
  ])('takes the nearest level of all responses, halves up, empty ones as the lowest', (levels, anchor) => {
    expect(read(standing('feeling', ...levels)).criteria[0]?.level?.anchors.at(-1)?.text).toBe(anchor);
  });

  it.each([
    ['one response', [at(4), unratable]],
    ['one response and an empty one', [at(4), empty]],
    ['nothing written', [empty, empty]],
  ])('has no level and no tip from %s', (_, levels) => {
    const { criteria, tip } = read(standing('feeling', ...levels));
    expect(criteria.every(({ level }) => level === null)).toBe(true);
    expect(tip).toBeNull();
  });

  it('reads with the lower anchors that an anchor speaks of', () => {
    const built = criterion('feeling');
    const levels = built.levels.map((one) =>
      one.level > 3 ? { ...one, anchor: `Does what level ${one.level - 1} says, and more.` } : one,
    );
    const { criteria } = ownResults([{ ...built, levels }], [standing('feeling', at(5), at(5))]);
    expect(criteria[0]?.level?.anchors).toEqual([
      { level: 3, text: 'feeling 3' },
      { level: 4, text: 'Does what level 3 says, and more.' },
      { level: 5, text: 'Does what level 4 says, and more.' },
    ]);
  });

  it('gives one tip: the next level of what has most room', () => {
    const both = read(standing('feeling', at(4), at(4)), standing('clarity', at(2), at(2)));
    expect(both.tip).toEqual({ criterion: 'clarity', label: 'The clarity', level: 3, anchor: 'clarity 3' });
    expect(read(standing('feeling', at(5), at(5))).tip).toBeNull();
  });
});
