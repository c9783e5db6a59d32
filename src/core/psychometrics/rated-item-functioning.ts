import { unknown, type NoFigureReason } from '../kernel/estimate.ts';
import { chiSquareUpperTail } from './chi-square-upper-tail.ts';
import { isCount } from './is-count.ts';
import { sum } from './sum.ts';

/** How often each score of an item was reached by either group, among people of one total. */
export interface RatedStratum {
  readonly reference: readonly number[];
  readonly focal: readonly number[];
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
 * Differential functioning of an item with several scores: Mantel's chi-square (1963, 1 degree of freedom) and the
 * standardised mean difference over the SD of the item. AA where p is .05 or more or |SMD/SD| at most .17, BB up to .25, CC
 * above. Null without a stratum that has both groups, without variance, and for counts that are none.
 */
export function ratedItemFunctioning(
  strata: readonly RatedStratum[],
  scores: readonly number[],
  itemSd: number,
): RatedItemFunctioning | { readonly value: null; readonly reason: NoFigureReason } {
  const isSound = (counts: readonly number[]) => counts.length === scores.length && counts.every(isCount);
  const sound = strata.every(({ reference, focal }) => isSound(reference) && isSound(focal));
  if (!sound || !scores.every(Number.isFinite) || !Number.isFinite(itemSd))
    return unknown('invalid-response');
  const common = strata.filter(({ reference, focal }) => sum(reference) > 0 && sum(focal) > 0);
  if (common.length === 0) return unknown('no-common-strata');
  const sums = common.map((stratum) => sumsOf(stratum, scores));
  const variance = sum(sums.map((own) => own.variance));
  if (variance < 1e-12 || !(itemSd > 0)) return unknown('no-variance');
  const chiSquare = sum(sums.map((own) => own.apart)) ** 2 / variance;
  const p = chiSquareUpperTail(chiSquare, 1);
  const difference = sum(sums.map((own) => own.focal * own.difference)) / sum(sums.map((own) => own.focal));
  const relative = difference / itemSd;
  const size = Math.abs(relative);
  const letter = p >= 0.05 || size <= 0.17 ? 'AA' : size <= 0.25 ? 'BB' : 'CC';
  return { reason: null, chiSquare, p, difference, relative, class: letter };
}

function sumsOf({ reference, focal }: RatedStratum, scores: readonly number[]) {
  const over = (counts: readonly number[], power: number) =>
    sum(counts.map((count, place) => count * (scores[place] ?? NaN) ** power));
  const both = reference.map((count, place) => count + (focal[place] ?? NaN));
  const [r, f] = [sum(reference), sum(focal)];
  const t = r + f;
  return {
    focal: f,
    difference: over(focal, 1) / f - over(reference, 1) / r,
    apart: over(focal, 1) - (f * over(both, 1)) / t,
    variance: (r * f * (t * over(both, 2) - over(both, 1) ** 2)) / (t * t * (t - 1)),
  };
}
