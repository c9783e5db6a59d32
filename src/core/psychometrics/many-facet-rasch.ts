import { unknown, type NoFigureReason } from '../kernel/estimate.ts';
import { fitFacets } from './additive-design.ts';
import { fitRaschJointly } from './fit-rasch-jointly.ts';
import { groupPlaces } from './group-places.ts';
import { indexLevels, type IndexedLevels, type LevelId } from './index-levels.ts';
import { mean } from './mean.ts';
import { expectedRating } from './rasch-score.ts';
import { isSoundList } from './sound-data.ts';
import { sum } from './sum.ts';

export interface FacetRatings {
  readonly persons: readonly LevelId[];
  readonly items: readonly LevelId[];
  readonly raters: readonly LevelId[];
  /** Whole ratings from 0 to `max`. */
  readonly ratings: readonly number[];
  readonly max: number;
}

export interface ManyFacetRasch {
  readonly reason: null;
  /** In rising order of id; null for persons with all ratings lowest or all highest, who have no finite measure. */
  readonly persons: readonly (number | null)[];
  readonly items: readonly number[];
  /** Above 0 is more severe. */
  readonly raters: readonly number[];
  readonly steps: readonly number[];
  /** Expected rating at the mean item and the mean rater, and the plain mean. */
  readonly fairAverages: readonly (number | null)[];
  readonly rawMeans: readonly number[];
  readonly deviance: number;
}

type Refused = { readonly value: null; readonly reason: NoFigureReason };

/**
 * Many-facet Rasch model (Linacre 1989): ln(P_x / P_{x−1}) = θ_p − δ_i − γ_r − τ_x, by joint maximum likelihood without bias
 * correction; items, raters and steps each sum to 0. Persons with extreme scores are left out first. To monitor raters
 * only: estimates are biased outwards in small designs, and a rater needs 30 ratings or more. Null where the design is
 * not connected, an item or a rater is extreme, or a rating of the scale was never given.
 */
export function manyFacetRasch(given: FacetRatings): ManyFacetRasch | Refused {
  const columns = [given.persons, given.items, given.raters];
  const whole = (rating: number) => Number.isInteger(rating) && rating >= 0 && rating <= given.max;
  const sound = isSoundList(given.ratings, 'ratings') && given.ratings.every(whole);
  if (!sound || !(given.max >= 1) || columns.some(({ length }) => length !== given.ratings.length))
    return unknown('invalid-response');
  const persons = indexLevels(given.persons);
  const rows = withinRange(persons, given);
  if (rows.length === 0) return unknown('extreme-score');
  const pick = (column: readonly LevelId[]) => indexLevels(rows.map((row) => column[row] ?? ''));
  const facets = [pick(given.persons), pick(given.items), pick(given.raters)] as const;
  const ratings = rows.map((row) => given.ratings[row] ?? NaN);
  const [own, items, raters] = facets;
  const asFacet = ({ ids, places }: IndexedLevels) => ({ places, size: ids.length });
  if (fitFacets(own.places, [asFacet(items), asFacet(raters)], ratings) === null)
    return unknown('disconnected-design');
  if ([items, raters].some((facet) => isExtreme(facet, ratings, given.max))) return unknown('extreme-score');
  if (new Set(ratings).size <= given.max) return unknown('insufficient-n');
  const fit = fitRaschJointly(facets, ratings, given.max);
  if (fit === null) return unknown('extreme-score');
  const measured = new Map(own.ids.map((id, place) => [id, fit.levels[0][place] ?? NaN]));
  const measures = persons.ids.map((id) => measured.get(id) ?? null);
  const byPerson = groupPlaces(persons.places);
  return {
    reason: null,
    persons: measures,
    items: fit.levels[1],
    raters: fit.levels[2],
    steps: fit.steps,
    fairAverages: measures.map((at) => (at === null ? null : expectedRating(at, fit.steps).mean)),
    rawMeans: persons.ids.map((_, place) =>
      mean((byPerson.get(place) ?? []).map((row) => given.ratings[row] ?? NaN)),
    ),
    deviance: fit.deviance,
  };
}

/** Rows of persons whose ratings are neither all lowest nor all highest. */
function withinRange(persons: IndexedLevels, { ratings, max }: FacetRatings): readonly number[] {
  const extreme = extremes(persons, ratings, max);
  return [...ratings.keys()].filter((row) => !extreme.has(persons.places[row] ?? -1));
}

const isExtreme = (facet: IndexedLevels, ratings: readonly number[], max: number): boolean =>
  extremes(facet, ratings, max).size > 0;

function extremes({ places }: IndexedLevels, ratings: readonly number[], max: number): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [level, rows] of groupPlaces(places)) {
    const total = sum(rows.map((row) => ratings[row] ?? NaN));
    if (total === 0 || total === max * rows.length) found.add(level);
  }
  return found;
}
