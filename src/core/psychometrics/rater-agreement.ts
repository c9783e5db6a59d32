import { mean } from './mean.ts';
import { sampleVariance } from './sample-variance.ts';
import { isSoundList } from './sound-data.ts';

export interface RaterAgreement {
  readonly n: number;
  /** Shares of responses with the same level, and with levels at most one apart. */
  readonly exact: number;
  readonly adjacent: number;
  /** Mean of second less first: positive where the second is milder. */
  readonly meanDifference: number;
  /** The same over √((s_a² + s_b²) / 2), sample variances. Null where neither varies, and for one response. */
  readonly standardisedDifference: number | null;
}

/**
 * How two raters agree on the same responses, in plain figures that stand beside kappa. Both lists in the order of the
 * responses, without missing ones. Null without a response, for lists of different lengths and ratings not finite.
 */
export function raterAgreement(first: readonly number[], second: readonly number[]): RaterAgreement | null {
  const sound = isSoundList(first, 'first') && isSoundList(second, 'second');
  const n = first.length;
  if (!sound || n === 0 || second.length !== n) return null;
  const apart = second.map((rating, index) => rating - (first[index] ?? NaN));
  const within = (levels: number) => apart.filter((difference) => Math.abs(difference) <= levels).length / n;
  const meanDifference = mean(apart);
  const sd = n < 2 ? 0 : Math.sqrt((sampleVariance(first) + sampleVariance(second)) / 2);
  const standardisedDifference = sd < 1e-9 ? null : meanDifference / sd;
  return { n, exact: within(0), adjacent: within(1), meanDifference, standardisedDifference };
}
