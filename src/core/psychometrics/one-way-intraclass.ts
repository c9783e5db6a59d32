import { unknown, type NoFigureReason } from '../kernel/estimate.ts';
import { groupPlaces } from './group-places.ts';
import { isSoundList } from './sound-data.ts';
import { sum } from './sum.ts';

export interface OneWayIntraclass {
  readonly reason: null;
  readonly between: number;
  readonly within: number;
  readonly k0: number;
  readonly single: number;
  readonly harmonicRaters: number;
  readonly average: number;
}

/**
 * ICC(1) where targets have different raters and different numbers of them, by analysis of variance:
 * k0 = (N − Σ n_i² / N) / (n − 1), σ²_T = (MS_between − MS_within) / k0, ICC(1,1) = σ²_T / (σ²_T + MS_within), and of the
 * mean of k_h ratings (harmonic mean) σ²_T / (σ²_T + MS_within / k_h). Negative values are returned as they are. Input:
 * the ratings and, in the same order, whose they are. Null for fewer than two targets, without a target rated twice,
 * and where all ratings are the same.
 */
export function oneWayIntraclass(
  ratings: readonly number[],
  targets: readonly (number | string)[],
): OneWayIntraclass | { readonly value: null; readonly reason: NoFigureReason } {
  if (!isSoundList(ratings, 'ratings') || ratings.length !== targets.length)
    return unknown('invalid-response');
  const groups = [...groupPlaces(targets).values()].map((places) =>
    places.map((place) => ratings[place] ?? NaN),
  );
  const [total, n] = [ratings.length, groups.length];
  if (n < 2) return unknown('fewer-than-two-targets');
  if (total === n) return unknown('no-pairable-values');
  const grand = sum(ratings) / total;
  const means = groups.map((group) => sum(group) / group.length);
  const spread = groups.map((group, i) => sum(group.map((rating) => (rating - (means[i] ?? NaN)) ** 2)));
  const apart = groups.map((group, i) => group.length * ((means[i] ?? NaN) - grand) ** 2);
  const [between, within] = [sum(apart) / (n - 1), sum(spread) / (total - n)];
  if (between + within < 1e-12) return unknown('no-variance');
  const k0 = (total - sum(groups.map((group) => group.length ** 2)) / total) / (n - 1);
  const harmonicRaters = n / sum(groups.map((group) => 1 / group.length));
  const target = (between - within) / k0;
  const [single, average] = [target / (target + within), target / (target + within / harmonicRaters)];
  if (!Number.isFinite(average)) return unknown('no-variance');
  return { reason: null, between, within, k0, single, harmonicRaters, average };
}
