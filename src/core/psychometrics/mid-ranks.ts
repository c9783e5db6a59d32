/** Ranks of a list, the smallest value first; values that are alike share the middle of their ranks. */
export function midRanks(values: readonly number[]): readonly number[] {
  const order = Float64Array.from(values).sort();
  const rankOf = new Map<number, number>();
  for (let from = 0, to = 0; from < order.length; from = to) {
    const value = order[from] ?? NaN;
    while (to < order.length && order[to] === value) to += 1;
    rankOf.set(value, (from + 1 + to) / 2);
  }
  return values.map((value) => rankOf.get(value) ?? NaN);
}
