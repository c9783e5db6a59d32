import { describe, expect, it } from '@jest/globals';
import type { PartClock } from '../../../src/core/attempt/attempt.ts';
import type { SectionId } from '../../../src/core/kernel/ids.ts';
import { ratingDueAt } from '../../../src/core/rating/rating-due-at.ts';

const finishedAt = new Date('2026-03-01T10:00:00Z');
const dayAfter = new Date('2026-03-02T10:00:00Z');
const part = (closedBy: PartClock['closedBy'], closedAt: Date): Record<SectionId, PartClock> => ({
  ['writing' as SectionId]: {
    state: 'closed',
    startedAt: null,
    deadlineMs: null,
    creditMs: 0,
    credits: [],
    closedAt,
    closedBy,
  },
});

describe('the rating of an attempt begins', () => {
  it('not while the attempt runs', () => {
    expect(ratingDueAt({ state: 'open', parts: {}, finishedAt: null })).toBeNull();
  });
  it('at once where the candidate handed it in', () => {
    expect(ratingDueAt({ state: 'submitted', parts: part('hand-in', finishedAt), finishedAt })).toEqual(
      finishedAt,
    );
  });
  it('24 hours later where the clock ended it, because a credit may open it again', () => {
    expect(ratingDueAt({ state: 'expired', parts: {}, finishedAt })).toEqual(dayAfter);
    expect(ratingDueAt({ state: 'submitted', parts: part('time', finishedAt), finishedAt })).toEqual(
      dayAfter,
    );
  });
  it('at once where only an earlier part ran out of time', () => {
    const earlier = part('time', new Date('2026-03-01T09:30:00Z'));
    expect(ratingDueAt({ state: 'submitted', parts: earlier, finishedAt })).toEqual(finishedAt);
  });
});
