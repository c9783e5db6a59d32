import { describe, expect, it } from '@jest/globals';
import { trueScore, type TrueScoreInput } from '../../../src/core/psychometrics/true-score.ts';
import { referenceCase } from '../../reference/reference-case.ts';

describe('Kelley’s true score', () => {
  it('equals the reference (sem.true_score)', () => {
    const { input, expected, near } = referenceCase<TrueScoreInput, Record<'estimate' | 'see', number>>(
      'sem.true_score',
    );
    const { estimate, se } = trueScore(input);
    near(estimate, expected.estimate);
    near(se, expected.see);
  });
  it('needs a reliability between 0 and 1', () => {
    const rest = { score: 60, mean: 50, sd: 10 };
    expect(() => trueScore({ ...rest, reliability: 0 })).toThrow(RangeError);
    expect(() => trueScore({ ...rest, reliability: 1.1 })).toThrow(RangeError);
    expect(trueScore({ ...rest, reliability: 1 })).toEqual({ estimate: 60, se: 0 });
  });
});
