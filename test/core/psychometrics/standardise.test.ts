import { describe, expect, it } from '@jest/globals';
import { standardise } from '../../../src/core/psychometrics/standardise.ts';
import { referenceCase } from '../../reference/reference-case.ts';

describe('standardise', () => {
  it('uses the population SD (sjt.rate_shape, z of the first option)', () => {
    const { input, expected, near } = referenceCase<{ ratings: number[] }, { z_first: number }>(
      'sjt.rate_shape',
    );
    near(standardise(input.ratings)?.[0] ?? null, expected.z_first);
  });
  it('has no z where the values do not spread, also when they are fractions', () => {
    expect(standardise([4, 4, 4])).toBeNull();
    expect(standardise([0.1 + 0.2, 0.3, 0.3])).toBeNull();
    expect(standardise([])).toBeNull();
  });
});
