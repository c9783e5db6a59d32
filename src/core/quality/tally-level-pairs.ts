import type { CountedPair } from '../psychometrics/spearman-of-counts.ts';
import { LEVELS } from '../rubric/rubric.ts';

/** Two levels of one response, and how long it is. */
export interface LevelPair {
  readonly first: number;
  readonly second: number;
  readonly words: number;
}

export interface LevelPairTally {
  readonly add: (pair: LevelPair) => void;
  /** How often the first rater gave the level of a row while the second gave that of a column. */
  readonly counts: () => readonly (readonly number[])[];
  /** Length against the sum of both levels. */
  readonly lengths: () => readonly CountedPair[];
}

/** Double ratings of one criterion in constant memory: a count for each two levels, and the lengths that occurred. */
export function tallyLevelPairs(): LevelPairTally {
  const counts = LEVELS.map(() => LEVELS.map(() => 0));
  const lengths = new Map<number, Uint32Array>();
  return {
    add: ({ first, second, words }) => {
      const row = counts[first - 1];
      if (row?.[second - 1] === undefined)
        throw new RangeError('a level of the scale is a whole number from 1 to 5');
      row[second - 1] = (row[second - 1] ?? 0) + 1;
      const sums = lengths.get(words) ?? new Uint32Array(2 * LEVELS.length + 1);
      sums[first + second] = (sums[first + second] ?? 0) + 1;
      lengths.set(words, sums);
    },
    counts: () => counts.map((row) => [...row]),
    lengths: () => [...lengths].flatMap(([x, sums]) => Array.from(sums, (count, y) => ({ x, y, count }))),
  };
}
