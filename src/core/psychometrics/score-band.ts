import type { Interval } from './feldt-interval.ts';

/** 90 % two-sided, the one level used everywhere. */
export const Z_90 = 1.645;

/** The band of an observed score: X ± z · SEM, without clipping, so that the width says what is known. */
export function scoreBand(score: number, sem: number, z: number = Z_90): Interval {
  return { lower: score - z * sem, upper: score + z * sem };
}
