import { describe, expect, it } from '@jest/globals';
import type { Resolution } from '../../../src/core/rating/rating-task.ts';
import { promptLevel } from '../../../src/core/scoring/prompt-level.ts';
import { person } from '../rating/a-rating-task.ts';
import { criterion, prompt, written } from './a-form.ts';

const EMPATHY = criterion('empathy');
const evidence = {
  prompt: prompt('p1', ['empathy']),
  response: written('I am sorry.'),
  finished: true,
  resolution: null,
};
const resolution: Resolution = { kind: 'rated', criteria: { [EMPATHY]: { kind: 'third', level: 10 / 3 } } };
const none = (reason: string) => ({ level: null, basis: null, reason });

describe('level of a criterion on a prompt', () => {
  it('is what was settled, with what it rests on', () => {
    expect(promptLevel(EMPATHY, { ...evidence, resolution })).toEqual({
      level: 10 / 3,
      basis: 'third',
      reason: null,
    });
  });
  it('waits until it is settled', () => {
    expect(promptLevel(EMPATHY, evidence)).toEqual(none('waiting'));
  });
  it('does not exist where the prompt does not name the criterion', () => {
    expect(promptLevel(criterion('tone'), { ...evidence, resolution })).toEqual(none('not-rated-here'));
  });
  it('does not exist for an unratable response', () => {
    const decided = {
      kind: 'unratable',
      reason: 'technical',
      by: person('lead'),
      because: 'Cut off.',
    } as const;
    expect(promptLevel(EMPATHY, { ...evidence, resolution: decided })).toEqual(none('unratable'));
  });
  it('is the lowest for an empty response, also one of spaces', () => {
    const lowest = { level: 1, basis: 'empty', reason: null };
    expect(promptLevel(EMPATHY, { ...evidence, response: null })).toEqual(lowest);
    expect(promptLevel(EMPATHY, { ...evidence, response: written(' \n', '\t') })).toEqual(lowest);
    expect(promptLevel(EMPATHY, { ...evidence, response: written('', 'I call.') })).toEqual(none('waiting'));
  });
  it('is not the lowest while the attempt still runs', () => {
    expect(promptLevel(EMPATHY, { ...evidence, response: null, finished: false })).toEqual(none('waiting'));
  });
  it('is a fault where a resolved task left a named criterion out', () => {
    const short: Resolution = { kind: 'rated', criteria: {} };
    expect(() => promptLevel(EMPATHY, { ...evidence, resolution: short })).toThrow('was not rated on p1');
  });
});
