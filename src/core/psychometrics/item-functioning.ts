import { mantelHaenszel, type MantelHaenszel, type TwoByTwo } from './mantel-haenszel.ts';
import { normalCdf } from './normal-cdf.ts';
import { unknown, type Estimate, type NoFigureReason } from '../kernel/estimate.ts';
import { sum } from './sum.ts';

/** A is negligible, B moderate, C large. */
export type EtsClass = 'A' | 'B' | 'C';

export interface ItemFunctioning {
  readonly reason: null;
  readonly test: MantelHaenszel;
  /** −2.35 ln α: below 0 the item is against the focal group. */
  readonly delta: number;
  readonly deltaSe: number;
  /** One-sided, that |delta| is above 1. */
  readonly pAboveOne: number;
  readonly class: EtsClass;
}

const ETS_SCALE = 2.35;

/**
 * Differential functioning of an item of 0 and 1 (Holland & Thayer 1988): Mantel-Haenszel over strata of one total score,
 * reference right and wrong, focal right and wrong. Null where the odds ratio is 0 or infinite, or no stratum has both
 * groups. Shown from 100 people a group on; a class is a reason for experts to look, never to delete.
 */
export function itemFunctioning(
  strata: readonly TwoByTwo[],
): ItemFunctioning | { readonly value: null; readonly reason: NoFigureReason } {
  const test = mantelHaenszel(strata);
  if (test.reason !== null) return test;
  if (test.logOdds === null || test.logSe === null) return unknown('infinite-odds-ratio');
  const [delta, deltaSe] = [-ETS_SCALE * test.logOdds, ETS_SCALE * test.logSe];
  const pAboveOne = normalCdf(-(Math.abs(delta) - 1) / deltaSe);
  return { reason: null, test, delta, deltaSe, pAboveOne, class: etsClass(delta, deltaSe, test.correctedP) };
}

/**
 * Class of an item (Zieky 1993): A where |delta| is below 1 or not different from 0 at .05, C where it is 1.5 or more and
 * above 1 at .05 (one-sided z above 1.645), else B.
 */
export function etsClass(delta: number, se: number, p: number): EtsClass {
  const size = Math.abs(delta);
  if (size < 1 || p >= 0.05) return 'A';
  return size >= 1.5 && (size - 1) / se > 1.645 ? 'C' : 'B';
}

/** The letter from the size alone, as some packages print it; too strict on small groups. */
export function classBySize(delta: number): EtsClass {
  const size = Math.abs(delta);
  return size < 1 ? 'A' : size < 1.5 ? 'B' : 'C';
}

/**
 * Standardised P-DIF (Dorans & Kulick 1986): Σ n_F (p_F − p_R) / Σ n_F over strata with both groups. Null without one.
 */
export function standardisedDif(strata: readonly TwoByTwo[]): Estimate<'no-common-strata'> {
  const common = strata.filter(([a, b, c, d]) => a + b > 0 && c + d > 0);
  if (common.length === 0) return unknown('no-common-strata');
  const apart = common.map(([a, b, c, d]) => c - ((c + d) * a) / (a + b));
  return { value: sum(apart) / sum(common.map(([, , c, d]) => c + d)), reason: null };
}
