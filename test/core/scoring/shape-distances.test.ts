import { describe, expect, it } from '@jest/globals';
import { mean } from '../../../src/core/psychometrics/mean.ts';
import { shapeAgreement } from '../../../src/core/scoring/shape-agreement.ts';
import { shapeDistances, type RatedOptions } from '../../../src/core/scoring/shape-distances.ts';
import { referenceCase } from '../../reference/reference-case.ts';

const agreement = (options: RatedOptions) => {
  const distances = shapeDistances(options);
  return distances === null ? null : shapeAgreement(distances);
};

describe('shape distances', () => {
  it('have the mean and the correlation of the reference (sjt.rate_shape)', () => {
    const { input, expected, near } = referenceCase<RatedOptions, Record<'mean_sq_distance_z' | 'r', number>>(
      'sjt.rate_shape',
    );
    near(mean(shapeDistances(input) ?? []), expected.mean_sq_distance_z);
    near(agreement(input), expected.r);
  });
  it('do not change when ratings are moderated (sjt.rate_shape_elevation_invariant)', () => {
    const { input, expected, near } = referenceCase<
      RatedOptions & { ratings_moderated: readonly number[] },
      Record<'r_original' | 'r_moderated', number>
    >('sjt.rate_shape_elevation_invariant');
    near(agreement(input), expected.r_original);
    near(agreement({ ratings: input.ratings_moderated, key: input.key }), expected.r_moderated);
  });
  it('do not exist where every rating or every key value is the same (sjt.rate_shape_constant)', () => {
    const { input } = referenceCase<RatedOptions, unknown>('sjt.rate_shape_constant');
    expect(shapeDistances(input)).toBeNull();
    expect(shapeDistances({ ratings: input.key, key: input.ratings })).toBeNull();
  });
  it('need a key value for every rating', () => {
    expect(() => shapeDistances({ ratings: [1, 2], key: [1] })).toThrow(RangeError);
  });
});
