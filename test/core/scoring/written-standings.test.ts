import { describe, expect, it } from '@jest/globals';
import { writtenPrompts } from '../../../src/core/scoring/written-prompts.ts';
import { writtenStandings } from '../../../src/core/scoring/written-standings.ts';
import { aForm, criterion, prompt, rateItem, written } from './a-form.ts';

const [first, second] = [prompt('p1', ['empathy', 'tone']), prompt('p2', ['empathy'])];
const form = aForm([first, rateItem('s1', ['x']), second]);
const EMPATHY = criterion('empathy');

describe('prompts of a form', () => {
  it('are its written items in their order', () => {
    expect(writtenPrompts(form)).toEqual([first, second]);
  });
});

describe('written standings', () => {
  it('have one entry for each criterion in the rubric’s order, with a level or a reason for each prompt', () => {
    const evidence = [
      {
        prompt: first,
        response: written('I am sorry.'),
        finished: true,
        resolution: {
          kind: 'rated',
          criteria: {
            [EMPATHY]: { kind: 'mean', level: 4 },
            [criterion('tone')]: { kind: 'mean', level: 2 },
          },
        } as const,
      },
      { prompt: second, response: null, finished: true, resolution: null },
    ];
    expect(writtenStandings([criterion('tone'), EMPATHY], evidence)).toEqual([
      {
        criterion: 'tone',
        score: { value: null, reason: 'too-few-prompts' },
        prompts: {
          p1: { level: 2, basis: 'mean', reason: null },
          p2: { level: null, basis: null, reason: 'not-rated-here' },
        },
      },
      {
        criterion: 'empathy',
        score: { value: 37.5, reason: null },
        prompts: {
          p1: { level: 4, basis: 'mean', reason: null },
          p2: { level: 1, basis: 'empty', reason: null },
        },
      },
    ]);
  });
});
