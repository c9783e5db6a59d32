import { unknown, type NoFigureReason } from '../kernel/estimate.ts';
import { isSoundTable, type DataTable } from './sound-data.ts';
import { sum } from './sum.ts';
import { mean } from './mean.ts';
import { tallyItems, type ItemTally } from './tally-items.ts';

export interface MeanSquares {
  /** Targets and raters. */
  readonly n: number;
  readonly k: number;
  readonly rows: number;
  readonly columns: number;
  readonly error: number;
  readonly within: number;
}

export type MeanSquaresResult =
  ({ readonly reason: null } & MeanSquares) | { readonly value: null; readonly reason: NoFigureReason };

/** Rounding leaves up to this share of its parts where an exact figure is 0. */
export const ROUNDING = 1e-12;

/**
 * Mean squares of n targets rated by the same k raters: between targets, between raters, error, and within targets
 * (raters and error together). Targets with a missing rating are left out (listwise). Null for fewer than two raters or
 * complete targets, where all ratings are the same, and for rows that cannot be counted.
 */
export function meanSquares(data: DataTable): MeanSquaresResult {
  if (!isSoundTable(data, 'data')) return unknown('invalid-response');
  const tally = tallyItems(data[0]?.length ?? 0);
  for (const row of data) {
    if (row.every((value) => value !== null)) tally.add(row);
  }
  return meanSquaresOfTally(tally);
}

/** The same of what a tally has counted in chunks. */
export function meanSquaresOfTally(tally: Pick<ItemTally, 'variances'>): MeanSquaresResult {
  const { n, means, items, total } = tally.variances();
  const k = items.length;
  if (k < 2) return unknown('fewer-than-two-raters');
  if (n < 2) return unknown('fewer-than-two-targets');
  const grand = mean(means);
  const own = sum(items);
  const between = n * sum(means.map((column) => (column - grand) ** 2));
  const nothing = ROUNDING * (own + between);
  if (own + between === 0) return unknown('no-variance');
  const clean = (square: number) => (square <= nothing ? 0 : square);
  const error = clean((own - total / k) / (k - 1));
  const columns = clean(between / (k - 1));
  const within = (columns + (n - 1) * error) / n;
  return { reason: null, n, k, rows: clean(total / k), columns, error, within };
}
