/**
 * Mid-rank percentile = 100 (below + equal / 2) / N of a score in a norm group; 0 to 100, 50 where all are equal.
 * Null for an empty group. A group below 100 is not shown; that is the caller's rule.
 */
export function percentileRank(norm: readonly number[], score: number): number | null {
  if (norm.length === 0) return null;
  const below = norm.filter((value) => value < score).length;
  const equal = norm.filter((value) => value === score).length;
  return (100 * (below + equal / 2)) / norm.length;
}
