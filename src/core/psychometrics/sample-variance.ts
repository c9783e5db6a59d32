import { mean } from './mean.ts';

/** Variance with n − 1 in the denominator. Needs two values or more; fewer are a fault of the caller and throw. */
export function sampleVariance(values: readonly number[]): number {
  if (values.length < 2) throw new RangeError('a sample variance needs two values');
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}
