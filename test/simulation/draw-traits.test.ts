import { describe, expect, it } from '@jest/globals';
import { mean } from '../../src/core/psychometrics/mean.ts';
import { drawTraits, traitFor } from '../../src/simulation/draw-traits.ts';
import { TRAITS } from '../../src/simulation/population.ts';
import { createRandom } from '../../src/simulation/random.ts';

describe('drawTraits', () => {
  const random = createRandom('traits');
  const drawn = Array.from({ length: 20_000 }, () => drawTraits(random));

  it.each([
    ['empathy', 'communication', 0.6],
    ['empathy', 'adaptability', 0.5],
    ['communication', 'adaptability', 0.55],
  ] as const)('correlates %s and %s with %d', (left, right, wanted) => {
    expect(mean(drawn.map((traits) => traits[left] * traits[right]))).toBeCloseTo(wanted, 1);
  });

  it('gives every trait a mean of 0 and an SD of 1', () => {
    for (const trait of TRAITS) {
      expect(mean(drawn.map((traits) => traits[trait]))).toBeCloseTo(0, 1);
      expect(mean(drawn.map((traits) => traits[trait] ** 2))).toBeCloseTo(1, 1);
    }
  });

  it('lets a criterion of another name draw on all of them', () => {
    expect(traitFor({ empathy: 1, communication: 2, adaptability: 3 }, 'adaptability')).toBe(3);
    expect(traitFor({ empathy: 1, communication: 2, adaptability: 3 }, 'patience')).toBe(2);
  });
});
