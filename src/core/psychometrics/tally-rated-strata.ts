import type { NoFigureReason } from '../kernel/estimate.ts';
import {
  summedItemFunctioning,
  type ItemSums,
  type RatedItemFunctioning,
  type SummedStratum,
} from './summed-item-functioning.ts';

export interface RatedStrataTally {
  /**
   * Counts a chunk of persons: what the items gave them, one person after the other, k for each, and for each person the
   * score to match by, from 0 to 100, and the place of the group. A person with NaN is left out.
   */
  readonly add: (values: ArrayLike<number>, scores: ArrayLike<number>, groups: ArrayLike<number>) => void;
  readonly personsOf: (group: number) => number;
  readonly functioningOf: (
    item: number,
    reference: number,
    focal: number,
  ) => RatedItemFunctioning | { readonly value: null; readonly reason: NoFigureReason };
}

/** People match whose scores lie within two points; 100 belongs to the last step. */
const STEPS = 50;
const WIDTH = 100 / STEPS;

/** Below this share of the mean square, a variance is what rounding left. */
const ROUNDING = 1e-12;

/**
 * Graded items by matching score and group, in one pass and in constant memory. An item need not have a limited number of
 * scores, because only their sums and squares are kept.
 */
export function tallyRatedStrata(k: number, groups: number): RatedStrataTally {
  const persons = new Float64Array(groups * STEPS);
  const totals = new Float64Array(persons.length * k);
  const squares = new Float64Array(persons.length * k);

  function addPerson(values: ArrayLike<number>, start: number, row: number): void {
    persons[row] = (persons[row] ?? 0) + 1;
    for (let item = 0, at = row * k; item < k; item += 1, at += 1) {
      const value = values[start + item] ?? NaN;
      totals[at] = (totals[at] ?? 0) + value;
      squares[at] = (squares[at] ?? 0) + value * value;
    }
  }

  const sumsOf = (item: number, row: number): ItemSums => ({
    n: persons[row] ?? 0,
    total: totals[row * k + item] ?? 0,
    squares: squares[row * k + item] ?? 0,
  });

  return {
    add: (values, scores, places) => {
      for (let person = 0; person < scores.length; person += 1) {
        const score = scores[person] ?? NaN;
        if (Number.isNaN(score) || isIncomplete(values, person * k, k)) continue;
        const step = Math.max(0, Math.min(STEPS - 1, Math.floor(score / WIDTH)));
        addPerson(values, person * k, (places[person] ?? 0) * STEPS + step);
      }
    },
    personsOf: (group) =>
      persons.subarray(group * STEPS, (group + 1) * STEPS).reduce((all, count) => all + count, 0),
    functioningOf: (item, reference, focal) => {
      const strata = Array.from({ length: STEPS }, (_, step) => ({
        reference: sumsOf(item, reference * STEPS + step),
        focal: sumsOf(item, focal * STEPS + step),
      }));
      return summedItemFunctioning(strata, sdOf(strata));
    },
  };
}

function isIncomplete(values: ArrayLike<number>, start: number, k: number): boolean {
  for (let item = 0; item < k; item += 1) if (Number.isNaN(values[start + item] ?? NaN)) return true;
  return false;
}

/** Of an item among everybody of both groups. */
function sdOf(strata: readonly SummedStratum[]): number {
  let [n, total, squares] = [0, 0, 0];
  for (const one of strata.flatMap(({ reference, focal }) => [reference, focal])) {
    n += one.n;
    total += one.total;
    squares += one.squares;
  }
  const apart = n * squares - total ** 2;
  return n < 2 || apart <= ROUNDING * n * squares ? 0 : Math.sqrt(apart / (n * (n - 1)));
}
