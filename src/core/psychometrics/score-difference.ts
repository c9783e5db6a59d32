import { normalCdf } from './normal-cdf.ts';
import { normalQuantile } from './normal-quantile.ts';

export interface ScoreDifference {
  readonly se: number;
  /** Null where the scores carry no error. */
  readonly z: number | null;
  readonly p: number | null;
  readonly probabilityHigher: number | null;
  readonly leastDifference: number;
}

/**
 * Two people on one scale, errors independent: SE = √(SEM_a² + SEM_b²), z = (a − b) / SE, its two-sided p, P(true a >
 * true b) = Φ(z), and the least difference that counts at the level.
 */
export function scoreDifference(
  a: number,
  b: number,
  [semA, semB]: readonly [number, number],
  level = 0.95,
): ScoreDifference {
  const se = Math.hypot(semA, semB);
  const leastDifference = normalQuantile(1 - (1 - level) / 2) * se;
  if (se === 0) return { se, z: null, p: null, probabilityHigher: null, leastDifference };
  const z = (a - b) / se;
  return { se, z, p: 2 * normalCdf(-Math.abs(z)), probabilityHigher: normalCdf(z), leastDifference };
}
