import { describe, expect, it } from '@jest/globals';
import { nextTry } from '../../../src/core/mail/next-try.ts';

const now = new Date('2026-03-10T12:00:00Z');
const minutes = (tries: number) => {
  const next = nextTry(tries, 'no-connection', now);
  return next === null ? null : (next.getTime() - now.getTime()) / 60_000;
};

describe('a mail that could not be sent', () => {
  it('is tried again with growing waits, eight times within a day', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map(minutes);
    expect(waits).toEqual([...waits].sort((left, right) => Number(left) - Number(right)));
    expect(waits).not.toContain(null);
    const hours = waits.reduce<number>((sum, wait) => sum + Number(wait), 0) / 60;
    expect(hours).toBeGreaterThan(20);
    expect(hours).toBeLessThanOrEqual(24);
    expect(minutes(8)).toBeNull();
  });

  it.each(['address-refused', 'mail-refused'] as const)('is given up at once where it is %s', (failure) => {
    expect(nextTry(1, failure, now)).toBeNull();
  });
});
