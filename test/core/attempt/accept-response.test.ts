import { describe, expect, it } from '@jest/globals';
import { acceptResponse, type Save } from '../../../src/core/attempt/accept-response.ts';
import type { Attempt } from '../../../src/core/attempt/attempt.ts';
import type { ItemId } from '../../../src/core/kernel/ids.ts';
import { JUDGMENT, WRITING } from '../form/a-form.ts';
import { aRunningAttempt, aStored, BEGAN, MINUTE, withPart } from './an-attempt.ts';

const ITEM = 'j01' as ItemId;
const DEADLINE = BEGAN.getTime() + 30 * MINUTE;
const aSave = (given: Partial<Save> = {}): Save => ({
  itemId: ITEM,
  sectionId: JUDGMENT,
  epoch: 1,
  seq: 2,
  hash: 'hash-2',
  recvAtMs: BEGAN.getTime() + MINUTE,
  ...given,
});
const stored = aStored({ seq: 2, hash: 'hash-2' });
const holding = (attempt: Attempt = aRunningAttempt()): Attempt => ({
  ...attempt,
  responses: { [ITEM]: stored },
});
const refused = (reason: string) => ({ kind: 'refused', reason });

describe('a save', () => {
  it('of the current writer in a running part is accepted', () => {
    expect(acceptResponse(aRunningAttempt(), aSave())).toEqual({ kind: 'accepted', lateByMs: 0 });
  });

  it('with a higher number than the stored one is accepted, also across writers', () => {
    expect(acceptResponse(holding(), aSave({ seq: 3 })).kind).toBe('accepted');
    const claimed = { ...holding(), epoch: 2 };
    expect(acceptResponse(claimed, aSave({ epoch: 2, seq: 3 })).kind).toBe('accepted');
  });

  it('repeated gets the same receipt, also after a claim, the deadline or the end', () => {
    const duplicate = { kind: 'duplicate', stored };
    expect(acceptResponse(holding(), aSave())).toEqual(duplicate);
    expect(acceptResponse({ ...holding(), epoch: 2 }, aSave())).toEqual(duplicate);
    expect(acceptResponse(holding(), aSave({ recvAtMs: DEADLINE + MINUTE }))).toEqual(duplicate);
    const closed = withPart(holding({ ...holding(), state: 'submitted' }), JUDGMENT, { state: 'closed' });
    expect(acceptResponse(closed, aSave())).toEqual(duplicate);
  });

  it('with a lower number is stale and told what is stored', () => {
    expect(acceptResponse(holding(), aSave({ seq: 1, hash: 'other' }))).toEqual({ kind: 'stale', stored });
  });

  it('with the same number and other content is superseded', () => {
    expect(acceptResponse(holding(), aSave({ hash: 'other' }))).toEqual(refused('superseded'));
  });

  it('of a new writer who reuses the number of the old one is superseded, even with equal content', () => {
    expect(acceptResponse({ ...holding(), epoch: 2 }, aSave({ epoch: 2 }))).toEqual(refused('superseded'));
  });

  it.each([0, 1, 3])('of writer %i is refused while writer 2 holds the attempt', (epoch) => {
    expect(acceptResponse({ ...aRunningAttempt(), epoch: 2 }, aSave({ epoch }))).toEqual(
      refused('old-epoch'),
    );
  });

  it('needs a part that runs', () => {
    expect(acceptResponse(aRunningAttempt(), aSave({ sectionId: WRITING }))).toEqual(
      refused('part-not-running'),
    );
    const closed = withPart(aRunningAttempt(), JUDGMENT, { state: 'closed' });
    expect(acceptResponse(closed, aSave())).toEqual(refused('closed'));
  });

  it.each(['submitted', 'expired'] as const)('of an attempt that is %s is refused', (state) => {
    expect(acceptResponse(aRunningAttempt({ state }), aSave())).toEqual(refused('closed'));
  });

  it.each([
    [-1000, { kind: 'accepted', lateByMs: 0 }],
    [0, { kind: 'accepted', lateByMs: 0 }],
    [1, { kind: 'accepted', lateByMs: 1 }],
    [10_000, { kind: 'accepted', lateByMs: 10_000 }],
    [10_001, refused('late')],
  ])('%i ms after the deadline', (after, decision) => {
    expect(acceptResponse(aRunningAttempt(), aSave({ recvAtMs: DEADLINE + after }))).toEqual(decision);
  });

  it('without a limit is in time until the attempt ends', () => {
    const open = aRunningAttempt({}, { deadlineMs: null });
    const end = open.endsBy.getTime();
    expect(acceptResponse(open, aSave({ recvAtMs: end })).kind).toBe('accepted');
    expect(acceptResponse(open, aSave({ recvAtMs: end + 10_001 }))).toEqual(refused('late'));
  });

  it('runs its full time even where the attempt ends earlier', () => {
    const attempt = aRunningAttempt({ endsBy: new Date(DEADLINE - 10 * MINUTE) });
    expect(acceptResponse(attempt, aSave({ recvAtMs: DEADLINE })).kind).toBe('accepted');
  });

  it('in a part that the attempt does not have is a fault', () => {
    expect(() => acceptResponse(aRunningAttempt(), aSave({ sectionId: 'x' as never }))).toThrow('no part x');
  });
});
