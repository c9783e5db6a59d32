import { describe, expect, it } from '@jest/globals';
import { mayReopen } from '../../../src/core/attempt/may-reopen.ts';
import { aForm, WRITING } from '../form/a-form.ts';
import { anAttempt, aRunningAttempt, BEGAN, MINUTE, withPart } from './an-attempt.ts';

const DEADLINE = new Date(BEGAN.getTime() + 30 * MINUTE);
const DAY = 24 * 60 * MINUTE;
const byClock = aRunningAttempt({}, { state: 'closed', closedBy: 'time', closedAt: DEADLINE });
const byHand = aRunningAttempt({}, { state: 'closed', closedBy: 'hand-in', closedAt: BEGAN });
const finished = withPart({ ...byClock, state: 'submitted', finishedAt: DEADLINE }, WRITING, {
  state: 'closed',
  closedBy: 'hand-in',
  closedAt: BEGAN,
});

describe('more time for what the clock has closed', () => {
  it.each([
    ['can be given between the parts', byClock, DEADLINE.getTime() + MINUTE, true],
    ['can be given after the end', finished, DEADLINE.getTime() + DAY - 2 * MINUTE, true],
    ['comes too late a day after the end', finished, DEADLINE.getTime() + DAY, false],
    ['is not for a part that runs', aRunningAttempt(), BEGAN.getTime() + MINUTE, false],
    ['is not for a part that was handed in', byHand, DEADLINE.getTime(), false],
    ['is not for what was never started', anAttempt({ state: 'expired' }), DEADLINE.getTime(), false],
  ])('%s', (_what, attempt, nowMs, expected) => {
    expect(mayReopen(attempt, aForm(), nowMs)).toBe(expected);
  });
});
