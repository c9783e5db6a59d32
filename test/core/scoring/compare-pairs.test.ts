import { describe, expect, it } from '@jest/globals';
import { comparePairs } from '../../../src/core/scoring/compare-pairs.ts';

const people = [
  { label: 'A', score: 80, sem: 6 },
  { label: 'B', score: 70, sem: 6 },
  { label: 'C', score: 60, sem: 8 },
];

describe('people compared two by two', () => {
  it('are every two of them once', () => {
    expect(comparePairs(people).pairs.map(({ left, right }) => left + right)).toEqual(['AB', 'AC', 'BC']);
  });

  it('differ only by at least what the pair needs', () => {
    const [ab, ac, bc] = comparePairs(people).pairs;
    expect(ab).toMatchObject({ difference: 10, differ: false });
    expect(ab?.least).toBeCloseTo(1.645 * Math.sqrt(72), 10);
    expect(ac).toMatchObject({ difference: 20, differ: true });
    expect(bc).toMatchObject({ difference: 10, differ: false });
  });

  it('have bars in proportion to their standard errors', () => {
    const [a = 0, b = 0, c = 0] = comparePairs(people).halfWidths;
    expect(a).toBe(b);
    expect(c / a).toBeCloseTo(8 / 6, 12);
  });
});
