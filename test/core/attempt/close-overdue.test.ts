import { describe, expect, it } from '@jest/globals';
import { closeOverdue, nextDueMs } from '../../../src/core/attempt/close-overdue.ts';
import { aForm, JUDGMENT, WRITING } from '../form/a-form.ts';
import { anAttempt, aRunningAttempt, BEGAN, MINUTE, withPart } from './an-attempt.ts';

const form = aForm();
const DEADLINE = BEGAN.getTime() + 30 * MINUTE;
const END = anAttempt().endsBy.getTime();
const close = (nowMs: number, attempt = aRunningAttempt()) => closeOverdue(attempt, form, nowMs);

describe('what the clock closes', () => {
  it('is a part that was left, a minute after its deadline and as of its deadline', () => {
    expect(close(DEADLINE + 60_000)).toEqual({ kind: 'nothing' });
    expect(close(DEADLINE + 60_001)).toEqual({
      kind: 'close-part',
      sectionId: JUDGMENT,
      closedAtMs: DEADLINE,
      closedBy: 'time',
      finishes: false,
    });
  });

  it('finishes the attempt with its last part', () => {
    const last = withPart(aRunningAttempt(), WRITING, { state: 'closed' });
    expect(close(DEADLINE + 60_001, last)).toMatchObject({ kind: 'close-part', finishes: true });
  });

  it('is an attempt that was left between its parts, as of its end', () => {
    expect(close(END + 60_000, anAttempt())).toEqual({ kind: 'nothing' });
    expect(close(END + 60_001, anAttempt())).toEqual({ kind: 'expire', finishedAtMs: END });
  });

  it('is a part without a limit at the end of the attempt', () => {
    const unlimited = aRunningAttempt({}, { deadlineMs: null });
    expect(close(END, unlimited)).toEqual({ kind: 'nothing' });
    expect(close(END + 60_001, unlimited)).toMatchObject({ kind: 'close-part', closedAtMs: END });
  });

  it('lets a started part run its full time past the end of the attempt', () => {
    const late = aRunningAttempt({ endsBy: new Date(DEADLINE - 20 * MINUTE) });
    expect(close(DEADLINE, late)).toEqual({ kind: 'nothing' });
  });

  it('is nothing once the attempt is over', () => {
    expect(close(END * 2, anAttempt({ state: 'submitted' }))).toEqual({ kind: 'nothing' });
  });
});

describe('when the clock looks again', () => {
  it('is a minute after the running part or the attempt ends, and never after it is over', () => {
    expect(nextDueMs(aRunningAttempt())).toBe(DEADLINE + MINUTE);
    expect(nextDueMs(aRunningAttempt({}, { deadlineMs: null }))).toBe(END + MINUTE);
    expect(nextDueMs(anAttempt())).toBe(END + MINUTE);
    expect(nextDueMs(anAttempt({ state: 'expired' }))).toBeNull();
  });
});
