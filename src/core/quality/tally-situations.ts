import { tallyScale, type ItemStatistics } from '../psychometrics/tally-scale.ts';
import type { SituationColumns } from './situation-columns.ts';

export interface OptionFigures {
  /** Share of all who took it for the best one. */
  readonly best: number;
  /** Point-biserial of taking it for the best with the rest score; null where nobody differs. */
  readonly withRest: number | null;
  readonly rating: { readonly mean: number; readonly sd: number } | null;
}

interface SituationFigures {
  readonly statistics: ItemStatistics;
  readonly options: readonly OptionFigures[];
}

export interface SituationTally {
  readonly persons: () => number;
  readonly add: (columns: SituationColumns) => void;
  /** Null for fewer than two persons. */
  readonly figures: () => readonly SituationFigures[] | null;
}

interface Sums {
  count: number;
  total: number;
  squares: number;
}

const nothing = (): Sums => ({ count: 0, total: 0, squares: 0 });

function addTo(sums: Sums | undefined, value: number): void {
  if (sums === undefined) return;
  sums.count += 1;
  sums.total += value;
  sums.squares += value * value;
}

/** What situations and their options do, over people of any number, in one pass and in constant memory. */
export function tallySituations(optionsOf: readonly number[]): SituationTally {
  const k = optionsOf.length;
  const scale = tallyScale(k);
  const perOption = () => optionsOf.map((options) => Array.from({ length: options }, nothing));
  const [rest, chosen, rated] = [optionsOf.map(nothing), perOption(), perOption()];
  const width = optionsOf.reduce((all, options) => all + options, 0);
  let persons = 0;
  // Rest scores are counted from the first person's total, so that no digits are lost on scores far from 0.
  let middle = 0;

  function addPerson({ raws, best, ratings }: SituationColumns, person: number): void {
    let total = 0;
    for (let item = 0; item < k; item += 1) total += raws[person * k + item] ?? NaN;
    if (persons === 0) middle = total;
    persons += 1;
    let option = person * width;
    for (let item = 0; item < k; item += 1) {
      const others = total - (raws[person * k + item] ?? NaN) - middle;
      addTo(rest[item], others);
      addTo(chosen[item]?.[best[person * k + item] ?? -1], others);
      for (const sums of rated[item] ?? []) {
        const rating = ratings[option] ?? 0;
        option += 1;
        if (rating > 0) addTo(sums, rating);
      }
    }
  }

  return {
    persons: () => persons,
    add: (columns) => {
      scale.add(columns.raws);
      for (let person = 0; person < columns.persons; person += 1) addPerson(columns, person);
    },
    figures: () =>
      scale.statistics()?.map((statistics, item) => ({
        statistics,
        options: (chosen[item] ?? []).map((takers, option) => ({
          best: takers.count / persons,
          withRest: pointBiserial(takers, rest[item] ?? nothing()),
          rating: ratingOf(rated[item]?.[option] ?? nothing()),
        })),
      })) ?? null,
  };
}

/** (M of those who chose − M of all) / SD of all · √(p / (1 − p)). */
function pointBiserial(chose: Sums, all: Sums): number | null {
  const n = all.count;
  const variance = all.squares / n - (all.total / n) ** 2;
  if (chose.count === 0 || chose.count === n || variance <= 1e-12 * (all.squares / n)) return null;
  const p = chose.count / n;
  const apart = chose.total / chose.count - all.total / n;
  return Math.min(1, Math.max(-1, (apart / Math.sqrt(variance)) * Math.sqrt(p / (1 - p))));
}

function ratingOf({ count, total, squares }: Sums): OptionFigures['rating'] {
  if (count < 2) return null;
  return { mean: total / count, sd: Math.sqrt(Math.max(0, squares - total ** 2 / count) / (count - 1)) };
}
