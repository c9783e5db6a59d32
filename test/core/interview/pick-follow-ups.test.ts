import { describe, expect, it } from '@jest/globals';
import { pickFollowUps } from '../../../src/core/interview/pick-follow-ups.ts';
import type { CriterionId, ItemId } from '../../../src/core/kernel/ids.ts';
import type { RatingTask } from '../../../src/core/rating/rating-task.ts';
import type { CriterionStanding, PromptLevel } from '../../../src/core/scoring/standing.ts';

const rated: PromptLevel = { level: 3, basis: 'mean', reason: null };
const empty: PromptLevel = { level: 1, basis: 'empty', reason: null };
const unratable: PromptLevel = { level: null, basis: null, reason: 'unratable' };

const standing = (criterion: string, prompts: Readonly<Record<string, PromptLevel>>): CriterionStanding => ({
  criterion: criterion as CriterionId,
  score: { value: 50, reason: null },
  prompts,
});

const task = (itemId: string, given: readonly Record<string, number>[], state = 'resolved') =>
  ({
    itemId: itemId as ItemId,
    state,
    slots: given.map((levels) => ({
      state: 'handed-in',
      voided: null,
      judgement: { levels, unratable: null, spans: [], reason: null },
    })),
  }) as unknown as RatingTask;

describe('follow-up questions for one person', () => {
  it('are none where raters agree and everything is there', () => {
    const criteria = [standing('empathy', { w01: rated, w02: rated })];
    const tasks = [task('w01', [{ empathy: 3 }, { empathy: 4 }])];
    expect(pickFollowUps({ criteria, tasks })).toEqual([]);
  });

  it('are about the widest disagreement first, then what is missing, two at most', () => {
    const criteria = [
      standing('empathy', { w01: rated, w02: empty, w03: unratable }),
      standing('communication', { w04: rated }),
    ];
    const tasks = [
      task('w01', [{ empathy: 2 }, { empathy: 4 }]),
      task('w04', [{ communication: 1 }, { communication: 5 }]),
    ];
    expect(pickFollowUps({ criteria, tasks })).toEqual([
      { criterion: 'communication', prompt: 'w04', why: 'raters-differed' },
      { criterion: 'empathy', prompt: 'w01', why: 'raters-differed' },
    ]);
    expect(pickFollowUps({ criteria, tasks: [] }).map(({ prompt, why }) => [prompt, why])).toEqual([
      ['w02', 'thin'],
      ['w03', 'thin'],
    ]);
  });

  it('never ask twice about one prompt, nor from half a rating', () => {
    const criteria = [standing('empathy', { w01: empty }), standing('communication', { w01: empty })];
    expect(pickFollowUps({ criteria, tasks: [] })).toHaveLength(1);
    const open = [standing('empathy', { w01: rated })];
    const tasks = [task('w01', [{ empathy: 1 }, { empathy: 5 }], 'third')];
    expect(pickFollowUps({ criteria: open, tasks })).toEqual([]);
  });
});
