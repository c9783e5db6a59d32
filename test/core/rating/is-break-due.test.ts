import { describe, expect, it } from '@jest/globals';
import { isBreakDue } from '../../../src/core/rating/is-break-due.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 10, 9, minute));
/** Saved every so many minutes. */
const saved = (from: number, to: number, every = 4) =>
  Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, index) => at(from + index * every));

describe('a break is suggested', () => {
  it('after forty minutes of rating without a rest', () => {
    expect(isBreakDue(saved(0, 36), null, at(39))).toBe(false);
    expect(isBreakDue(saved(0, 40), null, at(40))).toBe(true);
  });

  it('whatever order the times come in', () => {
    expect(isBreakDue(saved(0, 40).reverse(), null, at(40))).toBe(true);
  });

  it('not when more than ten minutes of it were a rest, nor on coming back from one', () => {
    expect(isBreakDue([...saved(0, 20), ...saved(31, 47)], null, at(50))).toBe(false);
    expect(isBreakDue(saved(0, 40), null, at(51))).toBe(false);
  });

  it('also where somebody reads one response for ten minutes', () => {
    expect(isBreakDue([at(0), at(10), at(20), at(30), at(40)], null, at(40))).toBe(true);
  });

  it('again only after forty more minutes to somebody who chose to go on', () => {
    expect(isBreakDue(saved(0, 76), at(40), at(79))).toBe(false);
    expect(isBreakDue(saved(0, 80), at(40), at(80))).toBe(true);
  });

  it('to nobody who has saved nothing', () => {
    expect(isBreakDue([], null, at(0))).toBe(false);
  });
});
