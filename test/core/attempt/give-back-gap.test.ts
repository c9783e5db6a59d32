import { describe, expect, it } from '@jest/globals';
import type { Credit } from '../../../src/core/attempt/attempt.ts';
import { giveBackGap } from '../../../src/core/attempt/give-back-gap.ts';
import { JUDGMENT, WRITING } from '../form/a-form.ts';
import { anAttempt, aRunningAttempt, BEGAN, MINUTE } from './an-attempt.ts';

const T0 = BEGAN.getTime();
const lastBeat = { atMs: T0, epoch: 1, sectionId: JUDGMENT };
const after = (gap: number, credits: readonly Credit[] = [], beat = {}) =>
  giveBackGap(aRunningAttempt({ lastBeat }, { credits }), {
    epoch: 1,
    sectionId: JUDGMENT,
    atMs: T0 + gap,
    ...beat,
  });

describe('a lost connection', () => {
  it('of more than a minute is given back once, named after the beat before it', () => {
    expect(after(60_000)).toBeNull();
    expect(after(60_001)).toEqual({ id: `gap:${T0}`, ms: 60_001 });
  });

  it('is given back up to five minutes a part', () => {
    expect(after(20 * MINUTE)?.ms).toBe(5 * MINUTE);
    expect(after(3 * MINUTE, [{ id: 'gap:1', ms: 4 * MINUTE }])?.ms).toBe(MINUTE);
    expect(after(3 * MINUTE, [{ id: 'gap:1', ms: 5 * MINUTE }])).toBeNull();
  });

  it('leaves credits of other reasons out of the five minutes', () => {
    expect(after(3 * MINUTE, [{ id: 'outage-1', ms: 30 * MINUTE }])?.ms).toBe(3 * MINUTE);
  });

  it('is a gap between two beats of one writer in one running part with a limit', () => {
    expect(after(2 * MINUTE, [], { epoch: 2 })).toBeNull();
    const beat = { epoch: 1, sectionId: JUDGMENT, atMs: T0 + 2 * MINUTE };
    expect(giveBackGap(aRunningAttempt(), beat)).toBeNull();
    expect(giveBackGap(aRunningAttempt({ lastBeat }, { deadlineMs: null }), beat)).toBeNull();
    expect(giveBackGap(aRunningAttempt({ lastBeat: { ...lastBeat, sectionId: WRITING } }), beat)).toBeNull();
    expect(giveBackGap(anAttempt({ lastBeat }), beat)).toBeNull();
  });
});
