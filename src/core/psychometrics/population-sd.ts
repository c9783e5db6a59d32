import { mean } from './mean.ts';

/** Standard deviation with n in the denominator: how far one person's own ratings spread. Needs one value or more. */
export function populationSd(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
}
