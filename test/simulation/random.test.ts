import { describe, expect, it } from '@jest/globals';
import { mean } from '../../src/core/psychometrics/mean.ts';
import { populationSd } from '../../src/core/psychometrics/population-sd.ts';
import { createRandom } from '../../src/simulation/random.ts';

describe('createRandom', () => {
  it('gives the same numbers to the same name and others to another', () => {
    const draw = (name: string) => {
      const random = createRandom(name);
      return [random.next(), random.normal(), random.below(100)];
    };
    expect(draw('person 1')).toEqual(draw('person 1'));
    expect(draw('person 1')).not.toEqual(draw('person 2'));
  });

  it('spreads evenly over 0 to 1 and normally around 0', () => {
    const random = createRandom('spread');
    const even = Array.from({ length: 20_000 }, () => random.next());
    const normal = Array.from({ length: 20_000 }, () => random.normal());
    expect(Math.min(...even)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...even)).toBeLessThan(1);
    expect(mean(even)).toBeCloseTo(0.5, 1);
    expect(populationSd(even)).toBeCloseTo(Math.sqrt(1 / 12), 2);
    expect(mean(normal)).toBeCloseTo(0, 1);
    expect(populationSd(normal)).toBeCloseTo(1, 1);
    expect(normal.filter((value) => Math.abs(value) > 1.96).length / normal.length).toBeCloseTo(0.05, 2);
  });

  it('has no memory from one number to the next', () => {
    const random = createRandom('memory');
    const normal = Array.from({ length: 20_000 }, () => random.normal());
    expect(mean(normal.slice(1).map((value, index) => value * (normal[index] ?? 0)))).toBeCloseTo(0, 1);
  });
});
