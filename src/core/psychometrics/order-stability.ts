import { unknown, type NoFigureReason } from '../kernel/estimate.ts';
import { isSoundList } from './sound-data.ts';

/** Weights are tried in steps of this many points out of 100. */
const STEP = 2;
const TIED = 1e-9;

export interface WeightedPair {
  /** Points out of 100. */
  readonly weights: readonly number[];
  readonly first: readonly number[];
  readonly second: readonly number[];
  /** How far each weight may move, in points. */
  readonly within: number;
}

export type OrderStability =
  | {
      readonly reason: null;
      /** Shares of the weightings; they add up to 1. */
      readonly above: number;
      readonly tied: number;
      readonly below: number;
      readonly weightings: number;
    }
  | { readonly value: null; readonly reason: NoFigureReason };

/**
 * In how many weightings the first stays above the second: all weightings that add up to 100, none negative, each weight
 * within so many points of its own in steps of 2, counted one by one, without chance. Says nothing about measurement
 * error. At most six criteria, as in a rubric. Null for fewer than two, lists of unequal length, and weights that do not
 * add up to 100.
 */
export function orderStability({ weights, first, second, within }: WeightedPair): OrderStability {
  const k = weights.length;
  const sound = [weights, first, second].every(
    (list) => isSoundList(list, 'weights and scores') && list.length === k,
  );
  const total = weights.reduce((all, weight) => all + weight, 0);
  if (!sound || k > 6 || Math.abs(total - 100) > TIED || !(within >= 0)) return unknown('invalid-response');
  if (k < 2) return unknown('fewer-than-two-items');
  const apart = first.map((score, part) => score - (second[part] ?? NaN));
  const counts = { above: 0, tied: 0, below: 0 };
  const visit = (part: number, left: number, difference: number): void => {
    const own = weights[part] ?? 0;
    const step = apart[part] ?? 0;
    if (part === k - 1) {
      if (left >= -TIED && Math.abs(left - own) <= within + TIED)
        counts[sideOf(difference + left * step)] += 1;
      return;
    }
    const most = Math.floor(within / STEP);
    for (let move = -most; move <= most; move += 1) {
      const weight = own + move * STEP;
      if (weight >= 0 && weight <= left + TIED) visit(part + 1, left - weight, difference + weight * step);
    }
  };
  visit(0, 100, 0);
  const weightings = counts.above + counts.tied + counts.below;
  return {
    reason: null,
    above: counts.above / weightings,
    tied: counts.tied / weightings,
    below: counts.below / weightings,
    weightings,
  };
}

function sideOf(difference: number): 'above' | 'tied' | 'below' {
  if (Math.abs(difference) < TIED * 100) return 'tied';
  return difference > 0 ? 'above' : 'below';
}
