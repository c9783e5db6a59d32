import { unknown, type NoFigureReason } from '../kernel/estimate.ts';
import { mean } from './mean.ts';
import { isSoundTable, type DataTable } from './sound-data.ts';
import { sum } from './sum.ts';

interface Third {
  readonly n: number;
  /** Null for a third without anybody, which ties at a cut can leave. */
  readonly sem: number | null;
}

export type ConditionalSems =
  | { readonly reason: null; readonly thirds: readonly [low: Third, middle: Third, high: Third] }
  | { readonly value: null; readonly reason: NoFigureReason };

/**
 * SEM of the mean over k parts in each third of the scores: √(Σ e² / (n_t (n − 1) / n · (k − 1) k)), with e what person and
 * part leave unexplained (relative error, Brennan 1998). Squared and averaged over everybody it is the SEM² = s² (1 − α)
 * of the whole. People with one score stay in one third. Persons with a missing part are left out. Null for fewer than
 * two parts or three people. Shown from n ≥ 50 on.
 */
export function conditionalSemByThird(data: DataTable): ConditionalSems {
  if (!isSoundTable(data, 'data')) return unknown('invalid-response');
  const rows = data.filter((row): row is readonly number[] => row.every((value) => value !== null));
  const k = data[0]?.length ?? 0;
  if (k < 2) return unknown('fewer-than-two-items');
  const n = rows.length;
  if (n < 3) return unknown('insufficient-n');
  const people = unexplained(rows);
  const sorted = people.map(({ score }) => score).sort((a, b) => a - b);
  const cuts = [sorted[Math.ceil(n / 3) - 1] ?? NaN, sorted[Math.ceil((2 * n) / 3) - 1] ?? NaN];
  const thirdOf = (score: number) => cuts.filter((cut) => score > cut).length;
  const semOf = (third: number): Third => {
    const own = people.filter(({ score }) => thirdOf(score) === third);
    const error = sum(own.map(({ squares }) => squares)) / (own.length * (1 - 1 / n) * (k - 1) * k);
    return { n: own.length, sem: own.length === 0 ? null : Math.sqrt(error) };
  };
  return { reason: null, thirds: [semOf(0), semOf(1), semOf(2)] };
}

/** Each person's score and the squares that neither the person nor the parts explain. */
function unexplained(rows: readonly (readonly number[])[]) {
  const scores = rows.map(mean);
  const grand = mean(scores);
  const parts = (rows[0] ?? []).map((_, part) => mean(rows.map((row) => row[part] ?? NaN)));
  return rows.map((row, person) => {
    const score = scores[person] ?? NaN;
    return {
      score,
      squares: sum(row.map((value, part) => (value - score - (parts[part] ?? NaN) + grand) ** 2)),
    };
  });
}
