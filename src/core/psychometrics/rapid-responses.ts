const SHARE_OF_MEAN = 0.1;
const MOST_SECONDS = 10;

export interface RapidResponses {
  readonly thresholds: readonly number[];
  /** Null for an item without a time. */
  readonly rapid: readonly (boolean | null)[];
  /** Response-time effort: share of timed items that were not rapid; null without any. */
  readonly effort: number | null;
}

/**
 * Rapid responses by the normative threshold NT10 (Wise & Ma 2012): faster than a tenth of the item's mean time, ten
 * seconds at most. Times in seconds. Effort below .90 is a note on validity, never a penalty, and never applied to
 * people with extended time without a baseline of their own.
 */
export function rapidResponses(
  times: readonly (number | null)[],
  itemMeans: readonly number[],
): RapidResponses {
  if (times.length !== itemMeans.length) throw new RangeError('every time needs the mean of its item');
  const thresholds = itemMeans.map((own) => Math.min(SHARE_OF_MEAN * own, MOST_SECONDS));
  const rapid = times.map((time, item) => (time === null ? null : time < (thresholds[item] ?? 0)));
  const timed = rapid.filter((one) => one !== null);
  const steady = timed.filter((one) => !one).length;
  return { thresholds, rapid, effort: timed.length === 0 ? null : steady / timed.length };
}
