/** How often two values came together. */
export interface CountedPair {
  readonly x: number;
  readonly y: number;
  readonly count: number;
}

/**
 * Spearman's ρ of pairs that were counted, ties included: the correlation of their mid-ranks, without a list of all pairs.
 * Null where all values of a side are alike, and for fewer than two pairs.
 */
export function spearmanOfCounts(pairs: readonly CountedPair[]): number | null {
  const n = pairs.reduce((all, { count }) => all + count, 0);
  const [xs, ys] = [ranksOf(pairs, ({ x }) => x), ranksOf(pairs, ({ y }) => y)];
  const middle = (n + 1) / 2;
  let [xx, yy, xy] = [0, 0, 0];
  for (const { x, y, count } of pairs) {
    const [left, right] = [(xs.get(x) ?? NaN) - middle, (ys.get(y) ?? NaN) - middle];
    xx += count * left * left;
    yy += count * right * right;
    xy += count * left * right;
  }
  return xx === 0 || yy === 0 ? null : Math.min(1, Math.max(-1, xy / Math.sqrt(xx * yy)));
}

/** The middle of the ranks that each value holds. */
function ranksOf(
  pairs: readonly CountedPair[],
  valueOf: (pair: CountedPair) => number,
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const pair of pairs) counts.set(valueOf(pair), (counts.get(valueOf(pair)) ?? 0) + pair.count);
  const ranks = new Map<number, number>();
  let below = 0;
  for (const [value, count] of [...counts].sort(([a], [b]) => a - b)) {
    ranks.set(value, below + (count + 1) / 2);
    below += count;
  }
  return ranks;
}
