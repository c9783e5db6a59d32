import type { TwoByTwo } from './mantel-haenszel.ts';

export interface ItemStrataTally {
  /**
   * Counts a chunk of persons: their answers of 0 and 1 one person after the other, k for each, and for each person 1 for
   * the focal and 0 for the reference group. A person with NaN is left out.
   */
  readonly add: (answers: ArrayLike<number>, focal: ArrayLike<number>) => void;
  /** Reference right and wrong, focal right and wrong, a stratum for each total score, this item included. */
  readonly strataOf: (item: number) => readonly TwoByTwo[];
}

/** Answers by total score and group, in one pass and in constant memory. */
export function tallyItemStrata(k: number): ItemStrataTally {
  const persons = new Float64Array(2 * (k + 1));
  const right = new Float64Array(2 * (k + 1) * k);
  return {
    add: (answers, focal) => {
      const count = k === 0 ? 0 : Math.floor(answers.length / k);
      for (let person = 0; person < count; person += 1) {
        const start = person * k;
        let score = 0;
        for (let item = 0; item < k; item += 1) score += answers[start + item] ?? NaN;
        if (Number.isNaN(score)) continue;
        const row = 2 * score + (focal[person] ?? 0);
        persons[row] = (persons[row] ?? 0) + 1;
        for (let item = 0, at = row * k; item < k; item += 1, at += 1)
          right[at] = (right[at] ?? 0) + (answers[start + item] ?? 0);
      }
    },
    strataOf: (item) =>
      Array.from({ length: k + 1 }, (_, score): TwoByTwo => {
        const counted = (row: number) => [persons[row] ?? 0, right[row * k + item] ?? 0] as const;
        const [[reference, a], [focal, c]] = [counted(2 * score), counted(2 * score + 1)];
        return [a, reference - a, c, focal - c];
      }),
  };
}
