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

/** Persons counted together: their cells stay in the nearest cache while each column is summed. */
const BLOCK = 64;

/** What a block adds: nothing of it counts before everybody in it is known to be complete. */
interface BlockSums {
  readonly items: Float64Array;
  readonly squares: Float64Array;
  readonly totals: Float64Array;
}

/**
 * Item and total variances in one pass and in constant memory, for tables that are read in chunks. Values are counted
 * from those of the first person, so that no digits are lost on scores far from 0. A person with a missing value is left
 * out (listwise). Fewer than two persons have variances of 0.
 */
export function tallyItems(k: number): ItemTally {
  const list = (length = k) => new Float64Array(length);
  const [base, items, squares] = [list(), list(), list()];
  const block: BlockSums = { items: list(), squares: list(), totals: list(BLOCK) };
  let [n, total, totalSquares] = [0, 0, 0];

  function addBlock(all: Float64Array): void {
    let cells = all;
    sumBlock(block, cells, n === 0 ? base.fill(0) : base);
    if (block.totals.some(Number.isNaN)) cells = completeOf(all, k);
    if (n === 0) base.set(cells.subarray(0, k));
    if (n === 0 || cells !== all) sumBlock(block, cells, base);
    const persons = cells.length / k;
    for (let item = 0; item < k; item += 1) {
      items[item] = (items[item] ?? 0) + (block.items[item] ?? 0);
      squares[item] = (squares[item] ?? 0) + (block.squares[item] ?? 0);
    }
    for (let person = 0; person < persons; person += 1) {
      const own = block.totals[person] ?? 0;
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

/** Column by column; a person with a missing value has a total of NaN. */
function sumBlock({ items, squares, totals }: BlockSums, cells: Float64Array, base: Float64Array): void {
  const k = base.length;
  totals.fill(0);
  for (let item = 0; item < k; item += 1) {
    const from = base[item] ?? 0;
    let [sum, square] = [0, 0];
    for (let cell = item, person = 0; cell < cells.length; cell += k, person += 1) {
      const apart = (cells[cell] ?? 0) - from;
      sum += apart;
      square += apart * apart;
      totals[person] = (totals[person] ?? 0) + apart;
    }
    items[item] = sum;
    squares[item] = square;
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
