/**
 * Quantile by linear interpolation between order statistics at (n − 1) p (Hyndman & Fan 1996, type 7); p = 0.5 is the
 * median. Null for no values.
 */
export function sampleQuantile(values: readonly number[], p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError('a share lies between 0 and 1');
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const low = sorted[Math.floor(place)];
  const high = sorted[Math.ceil(place)];
  return low === undefined || high === undefined ? null : low + (place - Math.floor(place)) * (high - low);
}
