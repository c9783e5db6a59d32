import { standardise } from '../psychometrics/standardise.ts';

/** Ratings of options and the key's values of the same options in the same order. */
export interface RatedOptions {
  readonly ratings: readonly number[];
  readonly key: readonly number[];
}

/**
 * Shape scoring (McDaniel, Psotka, Legree, Yost & Weekley 2011): how far each rating lies from the key once elevation
 * and scatter of the rater are taken out. Both lists are standardised over all options of the test with the population
 * SD, never per situation: four options are too few. Distance of option j = (z_xj − z_kj)².
 * Returns null where either list does not spread. Throws where the lists differ in length.
 */
export function shapeDistances({ ratings, key }: RatedOptions): readonly number[] | null {
  if (ratings.length !== key.length) throw new RangeError('every rated option needs its key value');
  const rated = standardise(ratings);
  const keyed = standardise(key);
  if (rated === null || keyed === null) return null;
  return rated.map((z, index) => (z - (keyed[index] ?? 0)) ** 2);
}
