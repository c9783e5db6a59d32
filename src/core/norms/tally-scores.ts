/** Fewer people make neither a norm group nor constants. */
export const LEAST_PEOPLE = 100;

/** Scores of 0 to 100 as nobody can be found in them again: how many there are at each tenth of a point. */
export interface FrozenScores {
  readonly n: number;
  readonly mean: number;
  /** Of the sample (n − 1). */
  readonly sd: number;
  /** 1,001 counts, for 0.0 to 100.0. */
  readonly tenths: readonly number[];
}

interface ScoreTally {
  readonly add: (score: number) => void;
  /** Null below 100 people. */
  readonly freeze: () => FrozenScores | null;
}

/**
 * Scores in one pass and in constant memory. Mean and SD come from the scores as they are, not from the tenths, by
 * Welford's method, which loses no digits where everybody is alike.
 */
export function tallyScores(): ScoreTally {
  const tenths = new Array<number>(1001).fill(0);
  let [n, mean, squares] = [0, 0, 0];
  return {
    add: (score) => {
      const at = tenthOf(score);
      tenths[at] = (tenths[at] ?? 0) + 1;
      n += 1;
      const off = score - mean;
      mean += off / n;
      squares += off * (score - mean);
    },
    freeze: () => {
      if (n < LEAST_PEOPLE) return null;
      return { n, mean, sd: Math.sqrt(squares / (n - 1)), tenths: [...tenths] };
    },
  };
}

/** The tenth of a point that a score counts as, from 0 to 1,000. */
export function tenthOf(score: number): number {
  if (!Number.isFinite(score)) throw new RangeError('a score is a number');
  return Math.min(1000, Math.max(0, Math.round(score * 10)));
}
