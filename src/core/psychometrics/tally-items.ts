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

/** Persons counted together: their cells stay in the nearest cache between the rows and the columns. */
const BLOCK = 32;

/**
 * Item and total variances in one pass and in constant memory, for tables that are read in chunks. Values are counted
 * from those of the first person, so that no digits are lost on scores far from 0. A person with a missing value is left
 * out (listwise). Fewer than two persons have variances of 0.
 */
export function tallyItems(k: number): ItemTally {
  const list = (length = k) => new Float64Array(length);
  const [base, items, squares, totals] = [list(), list(), list(), list(BLOCK)];
  let [n, total, totalSquares] = [0, 0, 0];

  function addBlock(all: Float64Array): void {
    let cells = n === 0 ? completeOf(all, k) : all;
    if (n === 0) base.set(cells.subarray(0, k));
    if (Number.isNaN(sumRows(cells, base, totals))) {
      cells = completeOf(all, k);
      sumRows(cells, base, totals);
    }
    sumColumns(cells, base, items, squares);
    const persons = cells.length / k;
    for (let person = 0; person < persons; person += 1) {
      const own = totals[person] ?? 0;
      total += own;
      totalSquares += own * own;
    }
    n += persons;
  }

  return {
    add: (values) => {
      const cells = values instanceof Float64Array ? values : Float64Array.from(values);
      const end = k === 0 ? 0 : cells.length - (cells.length % k);
      for (let start = 0; start < end; start += BLOCK * k)
        addBlock(cells.subarray(start, Math.min(end, start + BLOCK * k)));
    },
    variances: () => {
      const variance = (sum: number, square: number) =>
        n < 2 ? 0 : Math.max(0, (square - (sum * sum) / n) / (n - 1));
      const own = Array.from(items, (sum, item) => variance(sum, squares[item] ?? 0));
      const means = Array.from(items, (sum, item) => (base[item] ?? 0) + (n === 0 ? 0 : sum / n));
      return { n, means, items: own, total: variance(total, totalSquares) };
    },
  };
}

/** The total of each person, and of all: NaN where anybody has a missing value. Two sums at once, which wait less. */
function sumRows(cells: Float64Array, base: Float64Array, totals: Float64Array): number {
  const k = base.length;
  let all = 0;
  for (let start = 0, person = 0; start < cells.length; start += k, person += 1) {
    let [even, odd] = [0, 0];
    let item = 0;
    for (; item + 1 < k; item += 2) {
      even += (cells[start + item] ?? 0) - (base[item] ?? 0);
      odd += (cells[start + item + 1] ?? 0) - (base[item + 1] ?? 0);
    }
    if (item < k) even += (cells[start + item] ?? 0) - (base[item] ?? 0);
    totals[person] = even + odd;
    all += even + odd;
  }
  return all;
}

/** Adds the sum and the sum of squares of every column. */
function sumColumns(
  cells: Float64Array,
  base: Float64Array,
  items: Float64Array,
  squares: Float64Array,
): void {
  const k = base.length;
  for (let item = 0; item < k; item += 1) {
    const from = base[item] ?? 0;
    let [sum, square] = [0, 0];
    for (let cell = item; cell < cells.length; cell += k) {
      const apart = (cells[cell] ?? 0) - from;
      sum += apart;
      square += apart * apart;
    }
    items[item] = (items[item] ?? 0) + sum;
    squares[item] = (squares[item] ?? 0) + square;
  }
}

/** The persons of a block who have every value. */
function completeOf(cells: Float64Array, k: number): Float64Array {
  const complete: number[] = [];
  for (let start = 0; start < cells.length; start += k) {
    const person = cells.subarray(start, start + k);
    if (!person.some(Number.isNaN)) complete.push(...person);
  }
  return Float64Array.from(complete);
}
