import { known, unknown, type Estimate } from '../kernel/estimate.ts';

/**
 * SEM = SD √(1 − r): how far an observed score lies from the true one. Null where the reliability is 0 or less, because
 * the score then says nothing about the person; 0 where it is 1.
 */
export function standardErrorOfMeasurement(
  sd: number,
  reliability: number,
): Estimate<'reliability-not-positive'> {
  if (!(reliability > 0)) return unknown('reliability-not-positive');
  return known(sd * Math.sqrt(Math.max(0, 1 - reliability)));
}
