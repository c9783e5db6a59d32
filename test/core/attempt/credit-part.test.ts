import { describe, expect, it } from '@jest/globals';
import { creditPart } from '../../../src/core/attempt/credit-part.ts';
import { partClock } from '../../../src/core/attempt/part-clock.ts';
import { JUDGMENT } from '../form/a-form.ts';
import { anAttempt, aRunningAttempt, BEGAN, MINUTE } from './an-attempt.ts';

const credit = { id: 'outage-1', ms: 5 * MINUTE };
const running = (given = {}) => partClock(aRunningAttempt({}, given), JUDGMENT);

describe('a credit of time', () => {
  it('moves the deadline of a running part', () => {
    expect(creditPart(running(), credit)).toEqual({
      kind: 'running',
      deadlineMs: BEGAN.getTime() + 35 * MINUTE,
    });
  });

  it('waits for Start where the part has not started', () => {
    expect(creditPart(partClock(anAttempt(), JUDGMENT), credit)).toEqual({ kind: 'before-start' });
  });

  it('counts once, whoever repeats it', () => {
    expect(creditPart(running({ credits: [credit] }), { ...credit, ms: 1 })).toEqual({
      kind: 'given-before',
    });
  });

  it('has nothing to move where there is no limit or the part is closed', () => {
    expect(creditPart(running({ deadlineMs: null }), credit)).toEqual({ kind: 'no-limit' });
    expect(creditPart(running({ state: 'closed' }), credit)).toEqual({ kind: 'closed' });
  });
});
