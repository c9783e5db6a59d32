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

/** Persons counted together: their cells stay in the nearest cache while every column is summed. */
const BLOCK = 64;

/** Columns summed at once: one long sum waits for itself, four do not wait for each other. */
const ABREAST = 4;

/**
 * Item and total variances in one pass and in constant memory, for tables that are read in chunks. Values are counted
 * from those of the first person, so that no digits are lost on scores far from 0. A person with a missing value is left
 * out (listwise). Fewer than two persons have variances of 0.
 */
export function tallyItems(k: number): ItemTally {
  const list = (length = k) => new Float64Array(length);
  const [base, items, squares] = [list(), list(), list()];
  const block = { sums: list(), squares: list(), totals: list(BLOCK) };
  let [n, total, totalSquares] = [0, 0, 0];

  function addBlock(all: Float64Array): void {
    let cells = n === 0 ? completeOf(all, k) : all;
    if (n === 0) base.set(cells.subarray(0, k));
    if (!sumBlock(cells, base, block)) {
      cells = completeOf(all, k);
      sumBlock(cells, base, block);
    }
    const persons = cells.length / k;
    for (let item = 0; item < k; item += 1) {
      items[item] = (items[item] ?? 0) + (block.sums[item] ?? 0);
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

interface BlockSums {
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  /** Of each person. */
  readonly totals: Float64Array;
}

/** Sums and squares of every column of a block, and each person's total. False where anybody has a missing value. */
function sumBlock(cells: Float64Array, base: Float64Array, { sums, squares, totals }: BlockSums): boolean {
  const k = base.length;
  totals.fill(0);
  let item = 0;
  for (; item + ABREAST <= k; item += ABREAST) sumFour(cells, base, item, { sums, squares, totals });
  for (; item < k; item += 1) sumOne(cells, base, item, { sums, squares, totals });
  return !sums.some(Number.isNaN);
}

function sumFour(cells: Float64Array, base: Float64Array, item: number, into: BlockSums): void {
  const k = base.length;
  const [a, b, c, d] = [base[item] ?? 0, base[item + 1] ?? 0, base[item + 2] ?? 0, base[item + 3] ?? 0];
  let [sumA, sumB, sumC, sumD, squareA, squareB, squareC, squareD] = [0, 0, 0, 0, 0, 0, 0, 0];
  const { sums, squares, totals } = into;
  for (let cell = item, person = 0; cell < cells.length; cell += k, person += 1) {
    const ofA = (cells[cell] ?? 0) - a;
    const ofB = (cells[cell + 1] ?? 0) - b;
    const ofC = (cells[cell + 2] ?? 0) - c;
    const ofD = (cells[cell + 3] ?? 0) - d;
    sumA += ofA;
    sumB += ofB;
    sumC += ofC;
    sumD += ofD;
    squareA += ofA * ofA;
    squareB += ofB * ofB;
    squareC += ofC * ofC;
    squareD += ofD * ofD;
    totals[person] = (totals[person] ?? 0) + (ofA + ofB + (ofC + ofD));
  }
  sums.set([sumA, sumB, sumC, sumD], item);
  squares.set([squareA, squareB, squareC, squareD], item);
}

function sumOne(cells: Float64Array, base: Float64Array, item: number, into: BlockSums): void {
  const from = base[item] ?? 0;
  let [sum, square] = [0, 0];
  for (let cell = item, person = 0; cell < cells.length; cell += base.length, person += 1) {
    const apart = (cells[cell] ?? 0) - from;
    sum += apart;
    square += apart * apart;
    into.totals[person] = (into.totals[person] ?? 0) + apart;
  }
  into.sums[item] = sum;
  into.squares[item] = square;
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
