import { describe, expect, it } from '@jest/globals';
import { changeRetention } from '../../../src/core/requisition/change-retention.ts';
import {
  eraseDate,
  keepsLonger,
  RETENTION_MONTHS,
  type Retention,
} from '../../../src/core/requisition/retention.ts';
import { aDraft } from './a-role.ts';

const months = (count: (typeof RETENTION_MONTHS)[number]): Retention => ({ kind: 'months', months: count });
const byHand: Retention = { kind: 'by-hand', reason: 'A court has asked for it.' };
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

describe('the day on which applicants are erased', () => {
  it.each([
    ['2026-11-03T15:20:00Z', 6, '2027-05-03'],
    ['2026-11-03T00:00:00Z', 3, '2027-02-03'],
    ['2026-11-03T23:59:59Z', 24, '2028-11-03'],
    ['2026-08-31T10:00:00Z', 6, '2027-02-28'],
    ['2027-08-31T10:00:00Z', 6, '2028-02-29'],
    ['2028-02-29T10:00:00Z', 12, '2029-02-28'],
    ['2026-12-31T10:00:00Z', 3, '2027-03-31'],
  ] as const)('closed at %s and kept %i months is %s', (closedAt, count, erased) => {
    expect(eraseDate(new Date(closedAt), months(count))).toEqual(day(erased));
  });

  it('is never where they are kept until somebody erases them', () => {
    expect(eraseDate(new Date(), byHand)).toBeNull();
  });
});

describe('how long is longer', () => {
  it('is ordered by months, and until somebody erases is longest', () => {
    const order = [...RETENTION_MONTHS.map(months), byHand];
    for (const [left, before] of order.entries()) {
      for (const [right, after] of order.entries()) expect(keepsLonger(before, after)).toBe(right > left);
    }
  });
});

describe('changing how long applicants are kept', () => {
  const closedAt = new Date('2026-01-10T09:00:00Z');
  const closed = aDraft({
    state: 'closed',
    closedAt,
    retention: months(12),
    eraseAt: eraseDate(closedAt, months(12)),
  });

  it('is free in a draft, also to longer', () => {
    expect(changeRetention(aDraft(), byHand, closedAt)).toEqual({
      kind: 'changed',
      changes: { retention: byHand, eraseAt: null },
    });
  });

  it.each(['open', 'closed'] as const)(
    'never keeps anybody longer once candidates of an %s role read it',
    (state) => {
      const role = { ...closed, state };
      expect(changeRetention(role, months(24), closedAt).kind).toBe('longer-than-told');
      expect(changeRetention(role, byHand, closedAt).kind).toBe('longer-than-told');
    },
  );

  it('moves the day of a closed role', () => {
    expect(changeRetention(closed, months(6), closedAt)).toEqual({
      kind: 'changed',
      changes: { retention: months(6), eraseAt: day('2026-07-10') },
    });
  });

  it('never erases anybody sooner than in 30 days', () => {
    const thirtyDaysBefore = day('2026-06-10');
    expect(changeRetention(closed, months(6), thirtyDaysBefore).kind).toBe('changed');
    const later = new Date(thirtyDaysBefore.getTime() + 1);
    expect(changeRetention(closed, months(6), later)).toEqual({
      kind: 'too-soon',
      eraseAt: day('2026-07-10'),
    });
  });

  it('is refused in an archived role and once the erasing has begun', () => {
    expect(changeRetention({ ...closed, state: 'archived' }, months(6), closedAt).kind).toBe('archived');
    expect(changeRetention({ ...closed, eraseBegunAt: closedAt }, months(6), closedAt).kind).toBe(
      'being-erased',
    );
  });
});
