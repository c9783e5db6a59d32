import { describe, expect, it } from '@jest/globals';
import { standardErrorOfMeasurement } from '../../../src/core/psychometrics/standard-error-of-measurement.ts';

describe('standard error of measurement', () => {
  it('is SD √(1 − r)', () => {
    expect(standardErrorOfMeasurement(12.3, 0.72).value).toBeCloseTo(6.5085, 4);
  });
  it('is 0 at reliability 1', () => {
    expect(standardErrorOfMeasurement(12.3, 1)).toEqual({ value: 0, reason: null });
  });
  it.each([0, -0.2, -Infinity])(
    'does not exist for a reliability of %p (sem.negative_reliability)',
    (reliability) => {
      expect(standardErrorOfMeasurement(10, reliability)).toEqual({
        value: null,
        reason: 'reliability-not-positive',
      });
    },
  );
  it.each([
    [10, NaN],
    [10, 1.01],
    [-1, 0.7],
    [Infinity, 0.7],
  ])('does not exist for an SD of %p with a reliability of %p', (sd, reliability) => {
    expect(standardErrorOfMeasurement(sd, reliability).reason).toBe('invalid-response');
  });
});
