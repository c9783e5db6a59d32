import { chiSquareUpperTail } from './chi-square-upper-tail.ts';
import type { Interval } from './feldt-interval.ts';
import { isSelection, type Selection } from './impact-ratio.ts';
import { normalCdf } from './normal-cdf.ts';
import { normalQuantile } from './normal-quantile.ts';

export interface SelectionDifference {
  readonly focalRate: number;
  readonly referenceRate: number;
  /** Two proportions, pooled, without correction; null where nobody or everybody was selected. */
  readonly z: number | null;
  readonly p: number | null;
  readonly chiSquare: number | null;
  /** Of chi-square with Yates' correction, at most the difference itself. */
  readonly correctedP: number | null;
  /** Null where it would be infinite or 0 / 0. */
  readonly oddsRatio: number | null;
  /** Standard error of the log ratio and interval of the ratio (Katz 1978); null where a rate is 0. */
  readonly logRatioSe: number | null;
  readonly ratio: Interval | null;
  /** Cohen's h, focal less reference. */
  readonly h: number;
  /** How many more of the group would have been selected at the rate of both groups together. */
  readonly shortfall: number;
}

/**
 * How two selection rates differ beside their ratio: tests, odds ratio, interval of the ratio and effect size. A large
 * difference of few people is not significant and a small one of many is: show both, and n. Null for counts that are
 * none.
 */
export function selectionDifference(
  focal: Selection,
  reference: Selection,
  level = 0.95,
): SelectionDifference | null {
  if (!isSelection(focal) || !isSelection(reference)) return null;
  const [a, n1, c, n2] = [focal.selected, focal.total, reference.selected, reference.total];
  const pooled = (a + c) / (n1 + n2);
  const spread = pooled * (1 - pooled) * (1 / n1 + 1 / n2);
  const apart = a / n1 - c / n2;
  const z = spread === 0 ? null : apart / Math.sqrt(spread);
  const correction = Math.min(Math.abs(apart), (1 / n1 + 1 / n2) / 2);
  const logRatioSe = a === 0 || c === 0 ? null : Math.sqrt(1 / a - 1 / n1 + 1 / c - 1 / n2);
  const crossed = (n1 - a) * c;
  return {
    focalRate: a / n1,
    referenceRate: c / n2,
    z,
    p: z === null ? null : 2 * normalCdf(-Math.abs(z)),
    chiSquare: z === null ? null : z * z,
    correctedP: spread === 0 ? null : chiSquareUpperTail((Math.abs(apart) - correction) ** 2 / spread, 1),
    oddsRatio: crossed === 0 ? null : (a * (n2 - c)) / crossed,
    logRatioSe,
    ratio: logRatioSe === null ? null : around((a * n2) / (c * n1), logRatioSe, level),
    h: 2 * Math.asin(Math.sqrt(a / n1)) - 2 * Math.asin(Math.sqrt(c / n2)),
    shortfall: n1 * pooled - a,
  };
}

/** An interval on the scale of logarithms. */
function around(ratio: number, se: number, level: number): Interval {
  const factor = Math.exp(normalQuantile((1 + level) / 2) * se);
  return { lower: ratio / factor, upper: ratio * factor };
}
