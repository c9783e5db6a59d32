import { unknown, type NoFigureReason } from '../kernel/estimate.ts';
import { isCount } from './is-count.ts';
import { sum } from './sum.ts';
import {
  summedItemFunctioning,
  type ItemSums,
  type RatedItemFunctioning,
} from './summed-item-functioning.ts';

/** How often each score of an item was reached by either group, among people of one total. */
export interface RatedStratum {
  readonly reference: readonly number[];
  readonly focal: readonly number[];
}

/** Differential functioning of an item from counts of its scores. Null also for counts that are none. */
export function ratedItemFunctioning(
  strata: readonly RatedStratum[],
  scores: readonly number[],
  itemSd: number,
): RatedItemFunctioning | { readonly value: null; readonly reason: NoFigureReason } {
  const isSound = (counts: readonly number[]) => counts.length === scores.length && counts.every(isCount);
  const sound = strata.every(({ reference, focal }) => isSound(reference) && isSound(focal));
  if (!sound || !scores.every(Number.isFinite) || !Number.isFinite(itemSd))
    return unknown('invalid-response');
  const sumsOf = (counts: readonly number[]): ItemSums => {
    const over = (power: number) =>
      sum(counts.map((count, place) => count * (scores[place] ?? NaN) ** power));
    return { n: sum(counts), total: over(1), squares: over(2) };
  };
  return summedItemFunctioning(
    strata.map(({ reference, focal }) => ({ reference: sumsOf(reference), focal: sumsOf(focal) })),
    itemSd,
  );
}
