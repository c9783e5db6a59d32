import { unknown, type NoFigureReason } from '../kernel/estimate.ts';
import { chiSquareUpperTail } from './chi-square-upper-tail.ts';
import { sum } from './sum.ts';

/** What an item gave some people: how many they are, the sum of it, and the sum of its squares. */
export interface ItemSums {
  readonly n: number;
  readonly total: number;
  readonly squares: number;
}

/** Both groups among people who match. */
export interface SummedStratum {
  readonly reference: ItemSums;
  readonly focal: ItemSums;
}

export interface RatedItemFunctioning {
  readonly reason: null;
  readonly chiSquare: number;
  readonly p: number;
  /** Mean of focal less reference, weighted by the focal group; below 0 the item is against it. */
  readonly difference: number;
  readonly relative: number;
  readonly class: 'AA' | 'BB' | 'CC';
}

/**
 * Differential functioning of an item with several scores or a graded one: Mantel's chi-square (1963, 1 degree of freedom)
 * and the standardised mean difference over the SD of the item, for which sums are enough. AA where p is .05 or more or
 * |SMD/SD| at most .17, BB up to .25, CC above. Null without a stratum that has both groups and without variance.
 */
export function summedItemFunctioning(
  strata: readonly SummedStratum[],
  itemSd: number,
): RatedItemFunctioning | { readonly value: null; readonly reason: NoFigureReason } {
  const common = strata.filter(({ reference, focal }) => reference.n > 0 && focal.n > 0);
  if (common.length === 0) return unknown('no-common-strata');
  const own = common.map(compare);
  const variance = sum(own.map((stratum) => stratum.variance));
  if (variance < 1e-12 || !(itemSd > 0)) return unknown('no-variance');
  const chiSquare = sum(own.map(({ apart }) => apart)) ** 2 / variance;
  const p = chiSquareUpperTail(chiSquare, 1);
  const difference = sum(own.map((one) => one.focal * one.difference)) / sum(own.map(({ focal }) => focal));
  const relative = difference / itemSd;
  const size = Math.abs(relative);
  const letter = p >= 0.05 || size <= 0.17 ? 'AA' : size <= 0.25 ? 'BB' : 'CC';
  return { reason: null, chiSquare, p, difference, relative, class: letter };
}

function compare({ reference, focal }: SummedStratum) {
  const [r, f] = [reference.n, focal.n];
  const t = r + f;
  const total = reference.total + focal.total;
  const squares = reference.squares + focal.squares;
  return {
    focal: f,
    difference: focal.total / f - reference.total / r,
    apart: focal.total - (f * total) / t,
    variance: (r * f * (t * squares - total ** 2)) / (t * t * (t - 1)),
  };
}
