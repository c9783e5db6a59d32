/** Means and variances (n − 1) of items and the variance of their sum, over the persons counted so far. */
interface ItemVariances {
  readonly n: number;
  readonly means: readonly number[];
  readonly items: readonly number[];
  readonly total: number;
}

export interface ItemTally {
  /** Counts the persons of a chunk: their values one person after the other, k for each. NaN marks a missing value. */
  readonly add: (values: ArrayLike<number>) => void;
  readonly variances: () => ItemVariances;
}

interface Sums {
  n: number;
  total: number;
  totalSquares: number;
  readonly base: Float64Array;
  readonly items: Float64Array;
  readonly squares: Float64Array;
}

/**
 * Item and total variances in one pass and in constant memory, for tables that are read in chunks. Values are counted
 * from those of the first person, so that no digits are lost on scores far from 0. A person with a missing value is left
 * out (listwise). Fewer than two persons have variances of 0.
 */
export function tallyItems(k: number): ItemTally {
  const list = () => new Float64Array(k);
  const sums: Sums = { n: 0, total: 0, totalSquares: 0, base: list(), items: list(), squares: list() };
  return {
    add: (values) => {
      for (let start = 0; k > 0 && start + k <= values.length; start += k) addPerson(sums, values, start);
    },
    variances: () => {
      const { n, total, totalSquares } = sums;
      const variance = (sum: number, squares: number) =>
        n < 2 ? 0 : Math.max(0, (squares - (sum * sum) / n) / (n - 1));
      const items = Array.from(sums.items, (sum, item) => variance(sum, sums.squares[item] ?? 0));
      const means = Array.from(sums.items, (sum, item) => (sums.base[item] ?? 0) + (n === 0 ? 0 : sum / n));
      return { n, means, items, total: variance(total, totalSquares) };
    },
  };
}

function addPerson(sums: Sums, values: ArrayLike<number>, start: number): void {
  const { base, items, squares } = sums;
  const k = base.length;
  let whole = 0;
  for (let item = 0; item < k; item += 1) whole += values[start + item] ?? NaN;
  if (Number.isNaN(whole)) return;
  if (sums.n === 0) for (let item = 0; item < k; item += 1) base[item] = values[start + item] ?? 0;
  let total = 0;
  for (let item = 0; item < k; item += 1) {
    const apart = (values[start + item] ?? 0) - (base[item] ?? 0);
    items[item] = (items[item] ?? 0) + apart;
    squares[item] = (squares[item] ?? 0) + apart * apart;
    total += apart;
  }
  sums.n += 1;
  sums.total += total;
  sums.totalSquares += total * total;
}
