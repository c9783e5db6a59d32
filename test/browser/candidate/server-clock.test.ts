import { describe, expect, it } from '@jest/globals';
import { announcement } from '../../../src/browser/candidate/announce.ts';
import { createServerClock } from '../../../src/browser/candidate/server-clock.ts';

function aClock() {
  let now = 1000;
  const clock = createServerClock(() => now, 500_000);
  return { clock, pass: (ms: number) => (now += ms), at: () => now };
}

describe('the clock of the server on a page', () => {
  it('goes on from what the page was told', () => {
    const { clock, pass } = aClock();
    pass(2500);
    expect(clock.now()).toBe(502_500);
  });

  it('is set to the middle of the way of an answer', () => {
    const { clock, pass, at } = aClock();
    const sentAt = at();
    pass(400);
    clock.set(sentAt, 600_000);
    expect(clock.now()).toBe(600_200);
  });

  it('believes the quickest answer and none that took more than two seconds', () => {
    const { clock, pass, at } = aClock();
    pass(100);
    clock.set(at() - 100, 600_000);
    pass(900);
    clock.set(at() - 800, 700_000);
    expect(clock.now()).toBe(600_950);
    clock.doubt();
    clock.set(at() - 2001, 700_000);
    expect(clock.now()).toBe(600_950);
    clock.set(at() - 800, 700_000);
    expect(clock.now()).toBe(700_400);
  });
});

describe('what a screen reader hears of the time', () => {
  const minute = 60_000;
  it.each([
    [11 * minute, 10 * minute, '10 minutes left. Your answers are saved.'],
    [10 * minute, 10 * minute - 1000, null],
    [5 * minute + 1, 5 * minute, '5 minutes left. Your answers are saved.'],
    [minute + 1000, minute, '1 minute left. Your answers are saved.'],
    [1000, 0, 'Time is up.'],
    [0, -1000, null],
    [3 * minute, 3 * minute - 1000, null],
  ])('from %d to %d ms: %p', (before, left, words) => {
    expect(announcement(before, left, true)).toBe(words);
  });

  it('does not say that answers are saved while one waits', () => {
    expect(announcement(6 * minute, 5 * minute, false)).toBe('5 minutes left.');
  });
});
