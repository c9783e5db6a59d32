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
    add: (values, focal) => {
      const answers = values instanceof Float64Array ? values : Float64Array.from(values);
      const count = k === 0 ? 0 : Math.floor(answers.length / k);
      for (let person = 0; person < count; person += 1) {
        const start = person * k;
        const score = sumOf(answers, start, start + k);
        if (Number.isNaN(score)) continue;
        const row = 2 * score + (focal[person] ?? 0);
        persons[row] = (persons[row] ?? 0) + 1;
        addTo(right, row * k, answers, start, k);
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

/** In two halves at once, because one long sum waits for itself. */
function sumOf(values: Float64Array, start: number, end: number): number {
  let [even, odd] = [0, 0];
  let at = start;
  for (; at + 1 < end; at += 2) {
    even += values[at] ?? 0;
    odd += values[at + 1] ?? 0;
  }
  return even + odd + (at < end ? (values[at] ?? 0) : 0);
}

function addTo(sums: Float64Array, from: number, values: Float64Array, start: number, k: number): void {
  for (let item = 0; item < k; item += 1)
    sums[from + item] = (sums[from + item] ?? 0) + (values[start + item] ?? 0);
}
