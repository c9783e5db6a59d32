import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  areWithinTolerance,
  scoreWithThird,
  settleRatings,
} from '../../../src/core/rating/settle-ratings.ts';

describe('settling two ratings', () => {
  it.each([
    [[3, 4], { kind: 'settled', final: 3.5 }],
    [[4, 4], { kind: 'settled', final: 4 }],
    [[2, 4], { kind: 'third' }],
    [[4], { kind: 'waiting', provisional: 4 }],
    [[], { kind: 'waiting', provisional: null }],
  ])('of %j gives %j', (ratings, settlement) => {
    expect(settleRatings(ratings)).toEqual(settlement);
  });
  it('takes another tolerance and another number of raters', () => {
    expect(settleRatings([2, 4], { tolerance: 2 })).toEqual({ kind: 'settled', final: 3 });
    expect(settleRatings([4], { required: 1 })).toEqual({ kind: 'settled', final: 4 });
    expect(settleRatings([3, 3, 5], { required: 3 })).toEqual({ kind: 'third' });
    expect(areWithinTolerance(5, 4)).toBe(true);
    expect(areWithinTolerance(2, 4)).toBe(false);
  });
});

describe('a third rating', () => {
  it.each([
    ['parity', 10 / 3],
    ['tertium-quid', 4],
    ['expert', 4],
  ] as const)('joins 2 and 4 by %s', (rule, score) => {
    expect(scoreWithThird(2, 4, 4, rule)).toBeCloseTo(score, 12);
    expect(scoreWithThird(4, 2, 4, rule)).toBeCloseTo(score, 12);
  });
  it('exactly between two makes the mean of three under tertium quid', () => {
    expect(scoreWithThird(1, 4, 2.5, 'tertium-quid')).toBe(2.5);
    expect(scoreWithThird(1, 5, 2, 'tertium-quid')).toBe(1.5);
  });
  it('never leads outside the three ratings, whichever of the two came first', () => {
    const level = fc.integer({ min: 1, max: 5 });
    const rule = fc.constantFrom('parity', 'tertium-quid', 'expert' as const);
    fc.assert(
      fc.property(level, level, level, rule, (first, second, third, by) => {
        const score = scoreWithThird(first, second, third, by);
        expect(score).toBeGreaterThanOrEqual(Math.min(first, second, third) - 1e-12);
        expect(score).toBeLessThanOrEqual(Math.max(first, second, third) + 1e-12);
        expect(scoreWithThird(second, first, third, by)).toBeCloseTo(score, 12);
      }),
    );
  });
});
