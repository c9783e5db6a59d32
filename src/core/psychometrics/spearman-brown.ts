/**
 * Reliability of a test m times as long (Spearman 1910, Brown 1910): m r / (1 + (m − 1) r), parts alike. m may be a
 * fraction. Null where the formula has no value: no length, or a negative r with 1 + (m − 1) r not positive.
 */
export function spearmanBrown(r: number, times: number): number | null {
  const scale = 1 + (times - 1) * r;
  return times > 0 && scale > 0 && Number.isFinite(scale) ? (times * r) / scale : null;
}

/** How many times as long a test has to be for a reliability: target (1 − r) / (r (1 − target)). Null out of reach. */
export function lengthForReliability(r: number, target: number): number | null {
  return r > 0 && r <= 1 && target > 0 && target < 1 ? (target * (1 - r)) / (r * (1 - target)) : null;
}
