import { describe, expect, it } from '@jest/globals';
import type { CriterionId } from '../../../src/core/kernel/ids.ts';
import { checkJudgement } from '../../../src/core/rating/check-judgement.ts';
import type { Span } from '../../../src/core/rating/rating-task.ts';
import { COMMUNICATION, CRITERIA, EMPATHY, judged, unratable } from './a-rating-task.ts';

const text = { a: 'I am sorry.', b: 'Call me.' };
const span = (step: 'a' | 'b', start: number, end: number): Span => ({
  criterion: EMPATHY,
  step,
  start,
  end,
});
const check = (judgement: Parameters<typeof checkJudgement>[0]) => checkJudgement(judgement, CRITERIA, text);
const tone = 'tone' as CriterionId;

describe('a judgement', () => {
  it('is complete with a level for each criterion and marks inside the text', () => {
    expect(check({ ...judged(3, 4), spans: [span('a', 0, 11), span('b', 7, 8)] })).toEqual([]);
  });
  it('misses every criterion without a level', () => {
    expect(check({ ...judged(3, 4), levels: {} })).toEqual([
      { kind: 'level-missing', criterion: EMPATHY },
      { kind: 'level-missing', criterion: COMMUNICATION },
    ]);
  });
  it('names no criterion that the prompt does not', () => {
    const judgement = judged(3, 4);
    expect(check({ ...judgement, levels: { ...judgement.levels, [tone]: 3 } })).toEqual([
      { kind: 'unknown-criterion', criterion: tone },
    ]);
    expect(check({ ...judgement, spans: [{ ...span('a', 0, 2), criterion: tone }] })).toEqual([
      { kind: 'unknown-criterion', criterion: tone },
    ]);
  });
  it.each([0, 6, 2.5])('has no level %p', (level) => {
    expect(check(judged(level, 3))).toEqual([{ kind: 'level-off-scale', criterion: EMPATHY }]);
  });
  it.each([
    ['before the text', span('a', -1, 3)],
    ['behind the text', span('b', 0, 9)],
    ['around nothing', span('a', 2, 2)],
    ['backwards', span('a', 3, 2)],
    ['between characters', span('a', 0.5, 2)],
  ])('has no mark %s', (_, outside) => {
    expect(check({ ...judged(3, 4), spans: [outside] })).toEqual([
      { kind: 'span-outside', criterion: EMPATHY },
    ]);
  });
  it('of an unratable response has a reason and no levels', () => {
    expect(check(unratable())).toEqual([]);
    expect(check({ ...judged(3, 4), unratable: 'technical' })).toEqual([{ kind: 'levels-of-unratable' }]);
  });
});
