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

/** Six counts of up to 255 fit into one number without loss: 48 of its 53 bits. */
const PACKED = 6;
const STEP = 256;
const MOST = STEP - 1;

/**
 * Answers by total score and group, in one pass and in constant memory. The answers of a person are packed six to a number
 * before they are added to their stratum, which takes a sixth of the additions to memory; a stratum is unpacked before
 * a count could run over into its neighbour.
 */
export function tallyItemStrata(k: number): ItemStrataTally {
  const packs = Math.ceil(k / PACKED);
  const persons = new Float64Array(2 * (k + 1));
  const right = new Float64Array(2 * (k + 1) * k);
  const pending = new Int32Array(persons.length);
  const packed = new Float64Array(persons.length * packs);
  const own = new Float64Array(packs);

  function unpack(row: number): void {
    for (let item = 0; item < k; item += 1) {
      const pack = row * packs + Math.floor(item / PACKED);
      const left = packed[pack] ?? 0;
      right[row * k + item] = (right[row * k + item] ?? 0) + (left % STEP);
      packed[pack] = Math.floor(left / STEP);
    }
    pending[row] = 0;
  }

  return {
    add: (values, focal) => {
      const answers = values instanceof Float64Array ? values : Float64Array.from(values);
      const count = k === 0 ? 0 : Math.floor(answers.length / k);
      for (let person = 0; person < count; person += 1) {
        const score = packPerson(answers, person * k, k, own);
        if (Number.isNaN(score)) continue;
        const row = 2 * score + (focal[person] ?? 0);
        persons[row] = (persons[row] ?? 0) + 1;
        for (let pack = 0, at = row * packs; pack < packs; pack += 1, at += 1)
          packed[at] = (packed[at] ?? 0) + (own[pack] ?? 0);
        pending[row] = (pending[row] ?? 0) + 1;
        if (pending[row] === MOST) unpack(row);
      }
    },
    strataOf: (item) => {
      pending.forEach((waiting, row) => {
        if (waiting > 0) unpack(row);
      });
      return Array.from({ length: k + 1 }, (_, score): TwoByTwo => {
        const counted = (row: number) => [persons[row] ?? 0, right[row * k + item] ?? 0] as const;
        const [[reference, a], [focal, c]] = [counted(2 * score), counted(2 * score + 1)];
        return [a, reference - a, c, focal - c];
      });
    },
  };
}

/** Packs the answers of one person and returns their sum, which is NaN where one is missing. */
function packPerson(answers: Float64Array, start: number, k: number, own: Float64Array): number {
  let score = 0;
  let item = 0;
  for (; item + PACKED <= k; item += PACKED) {
    const at = start + item;
    const [a, b, c] = [answers[at] ?? 0, answers[at + 1] ?? 0, answers[at + 2] ?? 0];
    const [d, e, f] = [answers[at + 3] ?? 0, answers[at + 4] ?? 0, answers[at + 5] ?? 0];
    score += a + b + (c + d) + (e + f);
    own[item / PACKED] = a + STEP * b + STEP ** 2 * (c + STEP * d) + STEP ** 4 * (e + STEP * f);
  }
  if (item < k) own[item / PACKED] = 0;
  for (let place = 1, pack = item / PACKED; item < k; item += 1, place *= STEP) {
    const answer = answers[start + item] ?? 0;
    score += answer;
    own[pack] = (own[pack] ?? 0) + answer * place;
  }
  return score;
}
