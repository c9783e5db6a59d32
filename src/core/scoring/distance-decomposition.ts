import { mean } from '../psychometrics/mean.ts';
import { populationSd } from '../psychometrics/population-sd.ts';
import { shapeAgreement } from './shape-agreement.ts';
import { shapeDistances, type RatedOptions } from './shape-distances.ts';

export interface DistanceDecomposition {
  /** Mean (x − k)², the sum of the next three. */
  readonly distance: number;
  /** (x̄ − k̄)²: leniency. */
  readonly elevation: number;
  /** (s_x − s_k)²: extremity. */
  readonly scatter: number;
  /** 2 s_x s_k (1 − r): accuracy. */
  readonly shape: number;
  readonly r: number;
}

/**
 * What the squared distance of ratings from a key is made of (Cronbach & Gleser 1953; Legree et al. 2010), population SDs.
 * Elevation and scatter tell of response style, never of ability. Null where ratings or key do not spread.
 */
export function distanceDecomposition({ ratings, key }: RatedOptions): DistanceDecomposition | null {
  const distances = shapeDistances({ ratings, key });
  if (distances === null) return null;
  const r = shapeAgreement(distances);
  const [spread, keySpread] = [populationSd(ratings), populationSd(key)];
  return {
    distance: mean(ratings.map((rating, option) => (rating - (key[option] ?? 0)) ** 2)),
    elevation: (mean(ratings) - mean(key)) ** 2,
    scatter: (spread - keySpread) ** 2,
    shape: 2 * spread * keySpread * (1 - r),
    r,
  };
}
