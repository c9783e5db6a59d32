import { describe, expect, it } from '@jest/globals';
import { levelToScore } from '../../../src/core/scoring/level-to-score.ts';
import { referenceCase } from '../../reference/reference-case.ts';

describe('level to score', () => {
  it('puts the scale on 0…100 (composite.rubric)', () => {
    const { input, expected } = referenceCase<{ levels: number[] }, { dimension_scores: number[] }>(
      'composite.rubric',
    );
    expect(input.levels.map((level) => levelToScore(level))).toEqual(expected.dimension_scores);
    expect([levelToScore(1), levelToScore(3.5)]).toEqual([0, 62.5]);
    expect(levelToScore(4, { min: 0, max: 8 })).toBe(50);
  });
  it.each([0.99, 5.01, NaN])('refuses %p', (level) => {
    expect(() => levelToScore(level)).toThrow(RangeError);
  });
});
