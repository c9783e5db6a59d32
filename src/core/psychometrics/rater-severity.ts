import { unknown, type NoFigureReason } from '../kernel/estimate.ts';
import { fitFacets } from './additive-design.ts';
import { countComponents } from './count-components.ts';
import { groupPlaces } from './group-places.ts';
import { indexLevels, type LevelId } from './index-levels.ts';
import { mean } from './mean.ts';
import { isSoundList } from './sound-data.ts';
import { sum } from './sum.ts';

export interface RatedTargets {
  readonly targets: readonly LevelId[];
  readonly raters: readonly LevelId[];
  readonly ratings: readonly number[];
}

export interface RaterSeverity {
  readonly reason: null;
  /** Raters in rising order of id and how much milder each is than their mean; below 0 is harsh. */
  readonly raters: readonly LevelId[];
  readonly effects: readonly number[];
  /** Targets in rising order of id, their scores freed of severity, and their plain means. */
  readonly targets: readonly LevelId[];
  readonly adjusted: readonly number[];
  readonly rawMeans: readonly number[];
  readonly residualSquares: number;
}

/**
 * Additive model y = target + rater by least squares, rater effects summing to 0, for designs where not everybody rates
 * everything. Input: for each rating its target, its rater and its value. Null for one rater, and where sets of raters
 * share no target (`components` says how many): their severity cannot be compared then. To monitor raters from 30
 * ratings each; it assumes that a rater is as severe on every target.
 */
export function raterSeverity({
  targets,
  raters,
  ratings,
}: RatedTargets):
  RaterSeverity | { readonly value: null; readonly reason: NoFigureReason; readonly components: number } {
  const sound = isSoundList(ratings, 'ratings');
  if (!sound || targets.length !== ratings.length || raters.length !== ratings.length)
    return { ...unknown('invalid-response'), components: 0 };
  const [byTarget, byRater] = [indexLevels(targets), indexLevels(raters)];
  const components = countComponents(targets, raters);
  if (byRater.ids.length < 2) return { ...unknown('fewer-than-two-raters'), components };
  if (components > 1) return { ...unknown('disconnected-design'), components };
  const facet = { places: byRater.places, size: byRater.ids.length };
  const effects = fitFacets(byTarget.places, [facet], ratings)?.[0];
  if (effects === undefined) return { ...unknown('disconnected-design'), components };
  const freed = ratings.map((rating, row) => rating - (effects[byRater.places[row] ?? -1] ?? NaN));
  const rows = groupPlaces(byTarget.places);
  const meansOf = (values: readonly number[]) =>
    byTarget.ids.map((_, target) => mean((rows.get(target) ?? []).map((row) => values[row] ?? NaN)));
  const adjusted = meansOf(freed);
  const left = freed.map((value, row) => (value - (adjusted[byTarget.places[row] ?? -1] ?? NaN)) ** 2);
  return {
    reason: null,
    raters: byRater.ids,
    effects,
    targets: byTarget.ids,
    adjusted,
    rawMeans: meansOf(ratings),
    residualSquares: sum(left),
  };
}
