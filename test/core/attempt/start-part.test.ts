import { describe, expect, it } from '@jest/globals';
import type { TimeChoice } from '../../../src/core/attempt/attempt.ts';
import { startPart, timeForPart } from '../../../src/core/attempt/start-part.ts';
import { aForm, JUDGMENT, theSection, WRITING } from '../form/a-form.ts';
import { anAttempt, aRunningAttempt, BEGAN, MINUTE, withPart } from './an-attempt.ts';

const form = aForm();
const nowMs = BEGAN.getTime() + 5 * MINUTE;
const start = (attempt = anAttempt(), id = JUDGMENT, epoch = 1, at = nowMs) =>
  startPart({ attempt, form, section: theSection(form, id), epoch, nowMs: at });

describe('starting a part', () => {
  it.each<[TimeChoice, number]>([
    ['usual', 30],
    ['plus-25', 37.5],
    ['plus-50', 45],
    ['plus-100', 60],
  ])('with the choice %s gives %d minutes from Start', (timeChoice, minutes) => {
    expect(start(anAttempt({ timeChoice }))).toEqual({
      kind: 'started',
      deadlineMs: nowMs + minutes * MINUTE,
    });
  });

  it('with no limit, or in usual time, gives no deadline', () => {
    expect(start(anAttempt({ timeChoice: 'no-limit' }))).toEqual({ kind: 'started', deadlineMs: null });
    expect(start(anAttempt({ timed: false }))).toEqual({ kind: 'started', deadlineMs: null });
  });

  it('adds what was credited before', () => {
    const credited = withPart(anAttempt(), JUDGMENT, { creditMs: 7 * MINUTE });
    expect(start(credited)).toEqual({ kind: 'started', deadlineMs: nowMs + 37 * MINUTE });
  });

  it('twice leaves the clock as it is', () => {
    expect(start(aRunningAttempt())).toEqual({ kind: 'running' });
    expect(start(withPart(anAttempt(), JUDGMENT, { state: 'closed' }))).toEqual({ kind: 'closed' });
  });

  it('goes in the order of the form, one at a time', () => {
    expect(start(anAttempt(), WRITING)).toEqual({ kind: 'not-next' });
    expect(start(aRunningAttempt(), WRITING)).toEqual({ kind: 'not-next' });
    expect(start(withPart(anAttempt(), JUDGMENT, { state: 'closed' }), WRITING).kind).toBe('started');
  });

  it('is for the current writer, before the attempt is over', () => {
    expect(start(anAttempt({ epoch: 2 }))).toEqual({ kind: 'old-epoch' });
    expect(start(anAttempt({ state: 'expired' }))).toEqual({ kind: 'attempt-over' });
    const end = anAttempt().endsBy.getTime();
    expect(start(anAttempt(), JUDGMENT, 1, end)).toEqual({ kind: 'attempt-over' });
  });

  it('just before the end of the attempt still gives the full time', () => {
    const last = anAttempt().endsBy.getTime() - 1;
    expect(start(anAttempt(), JUDGMENT, 1, last)).toEqual({
      kind: 'started',
      deadlineMs: last + 30 * MINUTE,
    });
  });

  it('names the time of a part in whole milliseconds', () => {
    expect(timeForPart({ timed: true, timeChoice: 'plus-25' }, { minutes: 7 })).toBe(525_000);
    expect(timeForPart({ timed: true, timeChoice: 'no-limit' }, { minutes: 7 })).toBeNull();
  });
});
