import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { kendall } from '../../../src/core/psychometrics/kendall.ts';
import { spearman } from '../../../src/core/psychometrics/spearman.ts';
import { bestWorstPoints } from '../../../src/core/scoring/best-worst-points.ts';
import { bestWorstShare } from '../../../src/core/scoring/best-worst-share.ts';
import { consensusKey } from '../../../src/core/scoring/consensus-key.ts';
import { distanceAgreement } from '../../../src/core/scoring/distance-agreement.ts';
import { distanceDecomposition } from '../../../src/core/scoring/distance-decomposition.ts';
import { footrule } from '../../../src/core/scoring/footrule.ts';
import { multiSelectPoints } from '../../../src/core/scoring/multi-select-points.ts';
import { pickedShare } from '../../../src/core/scoring/picked-share.ts';
import { sideAgreement } from '../../../src/core/scoring/side-agreement.ts';

const values = { a: 4.6, b: 3.1, c: 2.2, d: 1.4 };
const orders = (size: number) =>
  fc.shuffledSubarray(
    Array.from({ length: size }, (_, place) => place + 1),
    { minLength: size },
  );
const rated = fc.array(fc.record({ x: fc.integer({ min: 1, max: 7 }), k: fc.integer({ min: 1, max: 7 }) }), {
  minLength: 2,
  maxLength: 24,
});

describe('picked options', () => {
  it('earn the share of the way from the lowest to the highest value', () => {
    expect(pickedShare(2, [0, 4, 1, 2])).toBe(0.5);
    expect(pickedShare(3, [3, 3])).toBeNull();
    expect(pickedShare(3, [])).toBeNull();
  });
  it.each([
    ['a', 'd', 2],
    ['a', 'b', 1],
    ['b', 'c', 0],
    ['d', 'b', -1],
    ['d', 'a', -2],
    ['a', 'a', null],
    [null, 'a', null],
  ])('as best %s and as worst %s earn %s points', (best, worst, points) => {
    const key = { isBest: (option: string) => option === 'a', isWorst: (option: string) => option === 'd' };
    expect(bestWorstPoints({ best, worst }, key)).toBe(points);
  });
  it('as best and worst earn their distance in effectiveness', () => {
    expect(bestWorstShare({ best: 'a', worst: 'd' }, values).value).toBeCloseTo(1, 12);
    expect(bestWorstShare({ best: 'c', worst: 'b' }, values).value).toBeCloseTo(-0.28125, 12);
    expect(bestWorstShare({ best: 'b', worst: 'b' }, values).reason).toBe('invalid-response');
    expect(bestWorstShare({ best: 'b', worst: 'toString' }, values).reason).toBe('invalid-response');
    expect(bestWorstShare({ best: 'a', worst: 'b' }, { a: 1, b: 1 }).reason).toBe('no-variance');
  });
  it('of several earn four points for each that the key names', () => {
    expect(multiSelectPoints(['a', 'c', 'h'], ['a', 'c', 'f'])).toEqual({ points: 8, proportion: 2 / 3 });
    expect(multiSelectPoints(['a', 'a'], ['a', 'c', 'f'])).toBeNull();
    expect(multiSelectPoints(['a', 'b', 'c', 'd'], ['a', 'c', 'f'])).toBeNull();
  });
});

describe('a key from choices of experts', () => {
  it('gives every option its share, and the modal one unless it is tied', () => {
    const key = consensusKey(['a', 'b', 'c'], ['a', 'a', 'b', null]);
    expect(key).toEqual({ kind: 'key', shares: [2 / 3, 1 / 3, 0], modal: 0, modalShare: 2 / 3 });
    expect(consensusKey(['a', 'b', 'c'], ['c', 'b'])).toMatchObject({ kind: 'tied-mode', tied: [1, 2] });
    expect(consensusKey(['a'], [null])).toEqual({ kind: 'insufficient-n' });
    expect(consensusKey(['a'], ['z'])).toEqual({ kind: 'invalid-response' });
  });
});

describe('ratings of all options', () => {
  it('are as far from the key as elevation, scatter and shape together', () => {
    fc.assert(
      fc.property(rated, (options) => {
        const parts = distanceDecomposition({
          ratings: options.map(({ x }) => x),
          key: options.map(({ k }) => k),
        });
        if (parts === null) return;
        expect(parts.elevation + parts.scatter + parts.shape).toBeCloseTo(parts.distance, 9);
      }),
    );
    expect(distanceDecomposition({ ratings: [4, 4], key: [1, 7] })).toBeNull();
  });
  it('score 1 on the key, 0 at its far ends, and nothing off the scale', () => {
    for (const power of [1, 2] as const) {
      expect(distanceAgreement({ ratings: [2, 6], key: [2, 6] }, [1, 7], power)?.score).toBe(1);
      expect(distanceAgreement({ ratings: [7, 1], key: [2, 6] }, [1, 7], power)?.score).toBe(0);
      expect(distanceAgreement({ ratings: [8, 1], key: [2, 6] }, [1, 7], power)).toBeNull();
    }
    expect(distanceAgreement({ ratings: [2, 4], key: [4, 4] }, [1, 7], 1)?.distance).toBe(1);
    expect(distanceAgreement({ ratings: [2, 4], key: [4, 4] }, [1, 7], 2)?.distance).toBe(2);
    expect(distanceAgreement({ ratings: [], key: [] }, [1, 7], 2)).toBeNull();
  });
  it('agree with a side of the scale, or half where either is in the middle', () => {
    expect([sideAgreement(6, 5, 4), sideAgreement(6, 3, 4), sideAgreement(4, 5, 4)]).toEqual([1, 0, 0.5]);
  });
});

describe('an order of options', () => {
  it('is 1 apart from itself and 0 from its reversal, whatever is counted', () => {
    expect(footrule([1, 2, 3, 4, 5], [1, 2, 3, 4, 5])).toMatchObject({ score: 1, points: 20 });
    expect(footrule([5, 4, 3, 2, 1], [1, 2, 3, 4, 5])).toMatchObject({ distance: 12, score: 0, points: 8 });
    expect(footrule([1], [1])).toBeNull();
    expect(kendall([3, 2, 1], [1, 2, 3])).toBe(-1);
    expect(kendall([1, 1, 1], [1, 2, 3])).toBeNull();
  });
  it('agrees alike seen from either side, and with ρ as 1 − 6 Σd² / (n³ − n)', () => {
    fc.assert(
      fc.property(orders(6), orders(6), (one, other) => {
        const squares = one.reduce((sum, rank, place) => sum + (rank - (other[place] ?? 0)) ** 2, 0);
        expect(spearman(one, other)).toBeCloseTo(1 - (6 * squares) / 210, 12);
        expect(kendall(one, other)).toBeCloseTo(kendall(other, one) ?? NaN, 12);
        expect(footrule(one, other)).toEqual(footrule(other, one));
      }),
    );
  });
});
