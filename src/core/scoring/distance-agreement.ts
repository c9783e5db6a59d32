import { mean } from '../psychometrics/mean.ts';
import type { RatedOptions } from './shape-distances.ts';

export interface DistanceAgreement {
  readonly distance: number;
  /** Largest mean distance that the scale allows from this key. */
  readonly furthest: number;
  /** 1 − distance / furthest. */
  readonly score: number;
}

/**
 * Raw distance of ratings from the key, mean |x − k| (power 1) or mean (x − k)² (power 2), and 1 − d / d_max with d_max
 * the mean of max(k − a, b − k)^power on the scale [a, b]. Mixes accuracy with style: coachable, not for selection.
 * Null for no options, and for a rating or key off the scale.
 */
export function distanceAgreement(
  { ratings, key }: RatedOptions,
  [least, most]: readonly [number, number],
  power: 1 | 2,
): DistanceAgreement | null {
  if (ratings.length !== key.length) throw new RangeError('every rated option needs its key value');
  const offScale = [...ratings, ...key].some((value) => !(value >= least && value <= most));
  if (ratings.length === 0 || offScale || !(least < most)) return null;
  const distance = mean(ratings.map((rating, option) => Math.abs(rating - (key[option] ?? 0)) ** power));
  const furthest = mean(key.map((value) => Math.max(value - least, most - value) ** power));
  return { distance, furthest, score: 1 - distance / furthest };
}
