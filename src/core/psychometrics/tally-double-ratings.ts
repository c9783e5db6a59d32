/** Sums over pairs of ratings, each counted from the very first rating, so that no digits are lost far from 0. */
interface DoubleRatingSums {
  readonly n: number;
  readonly first: number;
  readonly second: number;
  readonly firstSquares: number;
  readonly secondSquares: number;
  readonly apartSquares: number;
}

export interface DoubleRatingTally {
  /** Counts a chunk of two columns of one length. NaN marks a missing rating; its pair is left out. */
  readonly add: (first: ArrayLike<number>, second: ArrayLike<number>) => void;
  readonly sums: () => DoubleRatingSums;
}

/** Two raters over any number of responses, in one pass and in constant memory. */
export function tallyDoubleRatings(): DoubleRatingTally {
  let base: number | null = null;
  let total = { n: 0, first: 0, second: 0, firstSquares: 0, secondSquares: 0, apartSquares: 0 };
  return {
    add: (first, second) => {
      if (first.length !== second.length) throw new RangeError('both columns must have the same length');
      base ??= firstNumber(first);
      if (base !== null) total = sumsWith(total, first, second, base);
    },
    sums: () => total,
  };
}

function sumsWith(
  before: DoubleRatingSums,
  firsts: ArrayLike<number>,
  seconds: ArrayLike<number>,
  base: number,
): DoubleRatingSums {
  let { n, first, second, firstSquares, secondSquares, apartSquares } = before;
  for (let index = 0; index < firsts.length; index += 1) {
    const a = (firsts[index] ?? NaN) - base;
    const b = (seconds[index] ?? NaN) - base;
    if (Number.isNaN(a + b)) continue;
    n += 1;
    first += a;
    second += b;
    firstSquares += a * a;
    secondSquares += b * b;
    apartSquares += (a - b) * (a - b);
  }
  return { n, first, second, firstSquares, secondSquares, apartSquares };
}

function firstNumber(column: ArrayLike<number>): number | null {
  let index = 0;
  while (Number.isNaN(column[index] ?? 0)) index += 1;
  return column[index] ?? null;
}
