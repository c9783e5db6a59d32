import type { RatedTwice } from './quadratic-kappa.ts';

/** How often the first of two raters gave the level of a row while the second gave that of a column. */
export interface CrossTable {
  readonly levels: readonly number[];
  readonly counts: readonly (readonly number[])[];
}

/** Counts of double ratings over the levels that occur, in rising order. Pairs with a missing rating are dropped. */
export function crossTable(ratings: readonly RatedTwice[]): CrossTable {
  const pairs = ratings.filter(({ first, second }) => first !== null && second !== null);
  const used = new Set(pairs.flatMap(({ first, second }) => [first ?? NaN, second ?? NaN]));
  const levels = [...used].sort((a, b) => a - b);
  const place = new Map(levels.map((level, index) => [level, index]));
  const counts = levels.map(() => levels.map(() => 0));
  for (const { first, second } of pairs) {
    const row = counts[place.get(first ?? NaN) ?? -1] ?? [];
    const column = place.get(second ?? NaN) ?? -1;
    row[column] = (row[column] ?? 0) + 1;
  }
  return { levels, counts };
}
