import { describe, expect, it } from '@jest/globals';
import { feldtInterval } from '../../../src/core/psychometrics/feldt-interval.ts';
import { referenceCase } from '../../reference/reference-case.ts';

type Expected = Record<'alpha' | 'lower' | 'upper', number>;

describe('Feldt’s interval of alpha', () => {
  it('equals psych at 95 % (alpha.attitude: 30 persons, 7 items)', () => {
    const { expected, near } = referenceCase<unknown, Expected>('alpha.attitude');
    const interval = feldtInterval(expected.alpha, 30, 7, 0.95);
    near(interval.lower, expected.lower);
    near(interval.upper, expected.upper);
  });
  it('equals psych for a large sample (alpha.bfi_agree_cov)', () => {
    const { input, expected, near } = referenceCase<{ n: number }, Expected>('alpha.bfi_agree_cov');
    const interval = feldtInterval(expected.alpha, input.n, 5, 0.95);
    near(interval.lower, expected.lower);
    near(interval.upper, expected.upper);
  });
  it('is narrower at 90 % than at 95 %', () => {
    expect(feldtInterval(0.6, 60, 12, 0.9).lower).toBeGreaterThan(feldtInterval(0.6, 60, 12, 0.95).lower);
  });
  it('needs two persons and two items', () => {
    expect(() => feldtInterval(0.6, 1, 12, 0.9)).toThrow(RangeError);
    expect(() => feldtInterval(0.6, 12, 1, 0.9)).toThrow(RangeError);
  });
});
