import { describe, expect, it } from '@jest/globals';
import { beginAttempt } from '../../../src/core/attempt/begin-attempt.ts';
import type { TimeMode } from '../../../src/core/requisition/requisition.ts';
import { aBeginning, BEGAN } from './an-attempt.ts';

describe('a new attempt', () => {
  it('is open for its first writer, with every part waiting for its own Start', () => {
    const attempt = beginAttempt(aBeginning());
    expect(attempt).toMatchObject({
      state: 'open',
      epoch: 1,
      bindings: ['binding-1'],
      responses: {},
      receipt: null,
    });
    expect(Object.keys(attempt.parts)).toEqual(['judgment', 'writing']);
    for (const part of Object.values(attempt.parts)) {
      expect(part).toMatchObject({ state: 'waiting', startedAt: null, deadlineMs: null, creditMs: 0 });
    }
  });

  it('ends fourteen days after Begin and records what was read when', () => {
    const attempt = beginAttempt(aBeginning());
    expect(attempt.endsBy.toISOString()).toBe('2026-03-16T09:00:00.000Z');
    expect(attempt).toMatchObject({ beganAt: BEGAN, noticeVersion: '1', noticeReadAt: BEGAN });
    expect(attempt.assistanceAcknowledgedAt).toEqual(BEGAN);
  });

  it('pins whether it is timed and whether the limit can be switched off', () => {
    const of = (timeMode: TimeMode) => beginAttempt(aBeginning({ timeMode }));
    expect(of({ kind: 'usual' })).toMatchObject({ timed: false, noLimitAllowed: true });
    expect(of({ kind: 'timed', noLimitAllowed: true })).toMatchObject({ timed: true, noLimitAllowed: true });
    expect(of({ kind: 'timed', noLimitAllowed: false, reason: 'calls come in live' })).toMatchObject({
      timed: true,
      noLimitAllowed: false,
    });
  });

  it('carries the form by its version only', () => {
    expect(Object.keys(beginAttempt(aBeginning()))).not.toContain('form');
  });
});
