import { describe, expect, it } from '@jest/globals';
import type { CriterionId, OptionId } from '../../../src/core/kernel/ids.ts';
import { bestOption } from '../../../src/core/quality/best-option.ts';
import { criterionAgreement as agreementOf } from '../../../src/core/quality/criterion-agreement.ts';
import { firstTwoRatings } from '../../../src/core/quality/first-two-ratings.ts';
import { tallyDistribution } from '../../../src/core/quality/score-distribution.ts';
import { studyPromptsAndRaters } from '../../../src/core/quality/study-prompts-and-raters.ts';
import { tallyLevelPairs, type LevelPair } from '../../../src/core/quality/tally-level-pairs.ts';
import type { RatingTask } from '../../../src/core/rating/rating-task.ts';

const criterion = 'hears' as CriterionId;

function criterionAgreement(_: CriterionId, pairs: readonly LevelPair[]) {
  const tally = tallyLevelPairs();
  pairs.forEach(tally.add);
  return agreementOf(criterion, tally);
}

describe('criterionAgreement', () => {
  it('is nothing without a pair', () => {
    expect(criterionAgreement(criterion, [])).toBeNull();
  });

  it('counts same levels and levels one apart, and gives coefficients their intervals', () => {
    const levels = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5];
    const pairs = levels.map((first, index) => ({
      first,
      second: index < 2 ? first + 1 : first,
      words: 10 * first,
    }));
    const found = criterionAgreement(criterion, pairs);
    expect(found).toMatchObject({ n: 10, exact: 0.8, adjacent: 1 });
    expect(found?.icc.interval?.lower).toBeLessThan(found?.icc.value ?? NaN);
    expect(found?.kappa.interval?.upper).toBeLessThan(1);
    expect(found?.withWords).toBeGreaterThan(0.9);
  });

  it('gives AC2 its interval from 60 pairs on, because it would be too narrow before', () => {
    const pairs = Array.from({ length: 60 }, (_, at) => ({
      first: 1 + (at % 5),
      second: at % 3 === 0 ? 3 : 1 + (at % 5),
      words: at,
    }));
    const { ac2 } = criterionAgreement(criterion, pairs) ?? {};
    expect(ac2?.interval?.lower).toBeLessThan(ac2?.value ?? NaN);
    expect(ac2?.interval?.upper).toBeGreaterThan(ac2?.value ?? NaN);
    expect(criterionAgreement(criterion, pairs.slice(1))?.ac2).toEqual({
      value: expect.any(Number),
      interval: null,
    });
  });

  it('has no coefficient where every level is the same, and says so by null', () => {
    const pairs = [1, 2, 3].map((words) => ({ first: 3, second: 3, words }));
    const found = criterionAgreement(criterion, pairs);
    expect(found?.kappa.value).toBeNull();
    expect(found?.withWords).toBeNull();
  });
});

describe('firstTwoRatings', () => {
  const slot = (raterId: string, level: number, over: object = {}) => ({
    raterId,
    state: 'handed-in',
    judgement: { levels: { [criterion]: level }, unratable: null, spans: [], reason: null },
    voided: null,
    ...over,
  });
  const task = (...slots: object[]) => ({ slots }) as unknown as RatingTask;

  it('leaves out what was voided, and third raters', () => {
    const found = firstTwoRatings(
      task(slot('a', 1, { voided: { reason: 'drift' } }), slot('b', 2), slot('c', 3), slot('d', 5)),
    );
    expect(found?.map(({ rater }) => rater)).toEqual(['b', 'c']);
  });

  it('is nothing while one of the two is not handed in, or could not rate', () => {
    expect(firstTwoRatings(task(slot('a', 1), slot('b', 2, { state: 'held' })))).toBeNull();
    const judgement = { levels: {}, unratable: 'blank', spans: [], reason: null };
    expect(firstTwoRatings(task(slot('a', 1), slot('b', 2, { judgement })))).toBeNull();
  });
});

describe('studyPromptsAndRaters', () => {
  const ratings = (noise: (person: number, prompt: number, seat: number) => number) =>
    Array.from({ length: 20 }, (_, person) =>
      [0, 1].flatMap((prompt) =>
        [0, 1].map((seat) => ({
          person: `p${person}`,
          prompt: `t${prompt}`,
          rater: `r${person}-${prompt}-${seat}`,
          score: person + noise(person, prompt, seat),
        })),
      ),
    ).flat();

  it('favours prompts where people change from prompt to prompt', () => {
    const study = studyPromptsAndRaters(
      ratings((person, prompt) => (prompt === 0 ? 5 : -5) * (person % 3)),
      2,
    );
    expect(study).toMatchObject({ design: 'r:(p×i)', people: 20 });
    expect(study?.morePrompts).toBeGreaterThan(study?.moreRaters ?? NaN);
  });

  it('is nothing with one prompt', () => {
    const one = ratings(() => 0).filter(({ prompt }) => prompt === 't0');
    expect(studyPromptsAndRaters(one, 1)).toBeNull();
  });
});

describe('bestOption', () => {
  it('is the one rated above all others; a tie at the top is none', () => {
    const rated = (ratings: Record<string, number>) => bestOption({ kind: 'rate-options', ratings });
    expect(rated({ a: 7, b: 2 })).toBe('a');
    expect(rated({ a: 7, b: 7 })).toBeNull();
    expect(rated({})).toBeNull();
  });

  it('is the first of a confirmed order only', () => {
    const order = ['b', 'a'] as OptionId[];
    expect(bestOption({ kind: 'rank-options', order, confirmed: true })).toBe('b');
    expect(bestOption({ kind: 'rank-options', order, confirmed: false })).toBeNull();
  });
});

describe('a tally of scores', () => {
  it('counts 100 in the last tenth and a score on a border in the upper one', () => {
    const distribution = tallyDistribution();
    [0, 9.9, 10, 100].forEach(distribution.add);
    expect(distribution.steps()).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 1]);
  });
});
