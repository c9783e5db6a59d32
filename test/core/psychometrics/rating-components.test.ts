import { describe, expect, it } from '@jest/globals';
import {
  nestedRaterComponents,
  nestedRaterStudy,
} from '../../../src/core/psychometrics/nested-rater-components.ts';
import type { RatedPrompt } from '../../../src/core/psychometrics/prompt-rater-components.ts';
import { ratingComponents } from '../../../src/core/psychometrics/rating-components.ts';

const ratingsOf = (
  scoreOf: (person: number, prompt: number, rater: number) => number,
  raterOf: (person: number, prompt: number, rater: number) => string,
): RatedPrompt[] =>
  [0, 1, 2, 3].flatMap((person) =>
    [0, 1, 2].flatMap((prompt) =>
      [0, 1].map((rater) => ({
        person: `p${person}`,
        prompt: `i${prompt}`,
        rater: raterOf(person, prompt, rater),
        score: scoreOf(person, prompt, rater),
      })),
    ),
  );
const own = (person: number, prompt: number, rater: number) => `${person}-${prompt}-${rater}`;
const same = (_person: number, _prompt: number, rater: number) => `r${rater}`;

describe('components of raters within responses', () => {
  it('find what persons, prompts and raters make of the scores', () => {
    // Persons vary by 5/3, prompts by 4; the two raters of a response stand 1 apart, which is a variance of 1/2.
    const ratings = ratingsOf((person, prompt, rater) => person + 2 * prompt + rater, own);
    expect(nestedRaterComponents(ratings)).toEqual({
      reason: null,
      design: 'r:(p×i)',
      p: expect.closeTo(5 / 3, 12),
      i: expect.closeTo(4, 12),
      pi: expect.closeTo(-0.25, 12),
      raterWithin: 0.5,
    });
  });
  it('give a D-study where negative components count as 0', () => {
    const components = { p: 2, i: 4, pi: -0.25, raterWithin: 0.5 };
    const study = nestedRaterStudy(components, { prompts: 2, raters: 2 });
    expect(study.g).toBeCloseTo(2 / 2.125, 12);
    expect(study.phi).toBeCloseTo(2 / 4.125, 12);
    expect(() => nestedRaterStudy(components, { prompts: 0, raters: 2 })).toThrow(RangeError);
  });
  it('need two of everything and responses rated alike often', () => {
    const full = ratingsOf((person) => person, own);
    const reasonOf = (ratings: readonly RatedPrompt[]) => nestedRaterComponents(ratings).reason;
    expect(reasonOf(full.filter(({ person }) => person === 'p0'))).toBe('fewer-than-two-targets');
    expect(reasonOf(full.filter(({ prompt }) => prompt === 'i0'))).toBe('fewer-than-two-items');
    expect(reasonOf(full.filter(({ rater }) => rater.endsWith('-0')))).toBe('fewer-than-two-raters');
    expect(reasonOf(full.slice(1))).toBe('invalid-response');
    expect(reasonOf(full.slice(2))).toBe('invalid-response');
    expect(reasonOf([])).toBe('fewer-than-two-targets');
  });
});

describe('components of ratings', () => {
  it('name the design that the ratings follow', () => {
    const score = (person: number, prompt: number, rater: number) => person + prompt * rater;
    expect(ratingComponents(ratingsOf(score, same))).toMatchObject({ design: 'p×i×r' });
    expect(ratingComponents(ratingsOf(score, own))).toMatchObject({ design: 'r:(p×i)' });
    expect(ratingComponents([])).toMatchObject({ value: null });
  });
});
