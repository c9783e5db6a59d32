import { expect, it } from '@jest/globals';
import type { CriterionId } from '../../../src/core/kernel/ids.ts';
import { withoutWaiting } from '../../../src/core/scoring/without-waiting.ts';

const waiting = { value: null, reason: 'waiting' } as const;
const scored = { value: 70, reason: null } as const;
const columns = {
  judgment: { score: scored, answered: 1, asked: 1, keyStatus: 'author' },
  written: waiting,
  criteria: [
    {
      criterion: 'empathy' as CriterionId,
      score: waiting,
      prompts: { p1: { level: null, basis: null, reason: 'waiting' } },
    },
  ],
} as const;

it('puts the reason in the place of waiting and leaves what is scored', () => {
  const stopped = { value: null, reason: 'stopped' };
  expect(withoutWaiting(columns, 'stopped')).toMatchObject({
    judgment: { score: scored },
    written: stopped,
    criteria: [{ score: stopped, prompts: { p1: { level: null, reason: 'stopped' } } }],
  });
  expect(withoutWaiting(columns, 'not-started').written.reason).toBe('not-started');
});
