import { known, unknown, type Estimate } from '../kernel/estimate.ts';

/**
 * SEM = SD √(1 − r): how far an observed score lies from the true one. Null where the reliability is 0 or less, because
 * the score then says nothing about the person, and for a reliability above 1 or no SD; 0 where the reliability is 1.
 */
export function standardErrorOfMeasurement(
  sd: number,
  reliability: number,
): Estimate<'reliability-not-positive' | 'invalid-response'> {
  if (reliability <= 0) return unknown('reliability-not-positive');
  if (!(reliability <= 1 && sd >= 0 && Number.isFinite(sd))) return unknown('invalid-response');
  return known(sd * Math.sqrt(1 - reliability));
}
