import { describe, expect, it } from '@jest/globals';
import type { Credit } from '../../../src/core/attempt/attempt.ts';
import { giveBackAfterEnd, giveBackGap } from '../../../src/core/attempt/give-back-gap.ts';
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
    // It was given back when the part was opened again; the next sign of life finds nothing more.
    expect(after(3 * MINUTE, [{ id: `gap:${T0}`, ms: MINUTE }])).toBeNull();
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

describe('a connection that was lost across the end of a part', () => {
  const END = T0 + 30 * MINUTE;
  const closed = (lastMs: number, clock: object = {}) =>
    aRunningAttempt(
      { lastBeat: { ...lastBeat, atMs: lastMs } },
      { state: 'closed', closedBy: 'time', closedAt: new Date(END), ...clock },
    );
  const back = (attempt: ReturnType<typeof closed>, atMs = END + 10 * MINUTE, epoch = 1) =>
    giveBackAfterEnd(attempt, { epoch, atMs });

  it('gives back what the silence took of the part, five minutes at most', () => {
    const credit = (ms: number, lastMs: number) => ({
      sectionId: JUDGMENT,
      credit: { id: `gap:${lastMs}`, ms },
    });
    expect(back(closed(END - 4 * MINUTE))).toEqual(credit(4 * MINUTE, END - 4 * MINUTE));
    expect(back(closed(END - 20 * MINUTE))).toEqual(credit(5 * MINUTE, END - 20 * MINUTE));
    const credits = [{ id: 'gap:1', ms: 3 * MINUTE }];
    expect(back(closed(END - 4 * MINUTE, { credits }))?.credit.ms).toBe(2 * MINUTE);
  });

  it('is none where nothing worth the while was lost, or nobody was cut off', () => {
    expect(back(closed(END - 29_999))).toBeNull();
    expect(back(closed(END + 20_000))).toBeNull();
    expect(back(closed(END - 50_000), END + 5000)).toBeNull();
    expect(back(closed(END - 4 * MINUTE), END + 10 * MINUTE, 2)).toBeNull();
    expect(back(closed(END - 4 * MINUTE, { closedBy: 'hand-in' }))).toBeNull();
    expect(back(closed(END - 4 * MINUTE, { deadlineMs: null }))).toBeNull();
    expect(giveBackAfterEnd(anAttempt(), { epoch: 1, atMs: END })).toBeNull();
  });
});
