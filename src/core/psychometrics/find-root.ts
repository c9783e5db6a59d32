/**
 * Where a rising function reaches a target, by halving an interval that is first widened upwards until it holds the
 * root; stops when the two ends are neighbours. Input: `from` below the root, `to` a first guess above.
 */
export function findRoot(rising: (x: number) => number, target: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (rising(high) < target) {
    low = high;
    high *= 2;
  }
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return middle;
    if (rising(middle) < target) low = middle;
    else high = middle;
  }
}
