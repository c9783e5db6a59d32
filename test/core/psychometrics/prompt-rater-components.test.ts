import { describe, expect, it } from '@jest/globals';
import {
  promptRaterComponents,
  promptRaterStudy,
  type RatedPrompt,
} from '../../../src/core/psychometrics/prompt-rater-components.ts';

/** Scores of every person on every prompt by every rater, made of these effects. */
const ratingsOf = (scoreOf: (person: number, prompt: number, rater: number) => number): RatedPrompt[] =>
  [0, 1, 2, 3].flatMap((person) =>
    [0, 1, 2].flatMap((prompt) =>
      [0, 1].map((rater) => ({
        person: String(person),
        prompt: String(prompt),
        rater: String(rater),
        score: scoreOf(person, prompt, rater),
      })),
    ),
  );
const near = (value: number) => expect.closeTo(value, 9) as unknown;
const none = { p: 0, i: 0, r: 0, pi: 0, pr: 0, ir: 0, pire: 0 };

describe('components of persons by prompts by raters', () => {
  it.each([
    ['persons', (person: number) => person, 'p', 5 / 3],
    ['prompts', (_: number, prompt: number) => prompt, 'i', 1],
    ['raters', (_: number, _prompt: number, rater: number) => 3 * rater, 'r', 4.5],
  ])('find what only %s make of the scores', (_name, scoreOf, component, variance) => {
    const all = { ...none, [component]: variance };
    expect(promptRaterComponents(ratingsOf(scoreOf))).toEqual({
      reason: null,
      design: 'p×i×r',
      ...Object.fromEntries(Object.entries(all).map(([name, value]) => [name, near(value)])),
    });
  });
  it('stay as they are when every score rises alike', () => {
    const score = (person: number, prompt: number, rater: number) =>
      person * 2 + ((person * 7 + prompt * 5 + rater * 3) % 4);
    const one = promptRaterComponents(ratingsOf(score));
    const other = promptRaterComponents(ratingsOf((...cell) => score(...cell) + 10));
    if (one.reason !== null || other.reason !== null) throw new Error('both exist');
    expect(other.pire).toBeCloseTo(one.pire, 9);
    expect(other.p).toBeCloseTo(one.p, 9);
  });
  it('need two of everything, each cell once', () => {
    const full = ratingsOf((person) => person);
    const only = (facet: keyof RatedPrompt) => full.filter((one) => one[facet] === '0');
    expect(promptRaterComponents(only('person')).reason).toBe('fewer-than-two-targets');
    expect(promptRaterComponents(only('prompt')).reason).toBe('fewer-than-two-items');
    expect(promptRaterComponents(only('rater')).reason).toBe('fewer-than-two-raters');
    expect(promptRaterComponents(full.slice(1)).reason).toBe('invalid-response');
    expect(promptRaterComponents([...full.slice(1), ...full.slice(1, 2)]).reason).toBe('invalid-response');
    expect(promptRaterComponents([]).reason).toBe('fewer-than-two-targets');
  });
});

describe('a D-study', () => {
  it('gains more from prompts than from raters where prompts matter more, and counts negative parts as 0', () => {
    const components = { ...none, p: 1, pi: 1, pire: 0.5, pr: -0.2 };
    const g = (prompts: number, raters: number) => promptRaterStudy(components, { prompts, raters }).g ?? NaN;
    expect(g(2, 1)).toBeCloseTo(1 / 1.75, 12);
    expect(g(1, 2)).toBeCloseTo(1 / 2.25, 12);
    expect(promptRaterStudy(none, { prompts: 2, raters: 1 }).g).toBeNull();
    expect(() => g(0, 1)).toThrow(RangeError);
  });
});
