import { unknown, type NoFigureReason } from '../kernel/estimate.ts';
import type { CrossTable } from './cross-table.ts';
import { sum } from './sum.ts';

/** What a difference between two levels counts: 1, its size, or its square. */
export type KappaWeights = 'unweighted' | 'linear' | 'quadratic';

export type KappaResult =
  | { readonly reason: null; readonly value: number; readonly se: number; readonly n: number }
  | { readonly value: null; readonly reason: NoFigureReason; readonly n: number };

/**
 * Cohen's kappa (1960, weighted 1968) of two raters: 1 − Σ d O / Σ d E, with d the disagreement of two levels, O the
 * observed shares and E those expected from the margins. Standard error of Fleiss, Cohen & Everitt (1969), the same as
 * Gwet's: the variance over pairs of d_ij − (d̄_i. + d̄_.j)(1 − κ), over n (Σ d E)². Unused levels change nothing. Null
 * without a pair, and where both raters gave one same level throughout. Never clipped.
 */
export function weightedKappa({ levels, counts }: CrossTable, weights: KappaWeights): KappaResult {
  const cells = counts.flat();
  const n = sum(cells);
  if (!isSquareOf(levels.length, counts) || cells.some((count) => !(count >= 0 && Number.isFinite(count))))
    return { ...unknown('invalid-response'), n: 0 };
  if (n === 0) return { ...unknown('no-pairable-values'), n };
  const apart = (i: number, j: number) => disagreement((levels[i] ?? NaN) - (levels[j] ?? NaN), weights);
  const rows = counts.map((row) => sum(row) / n);
  const columns = counts.map((_, j) => sum(counts.map((row) => row[j] ?? 0)) / n);
  const fromRow = levels.map((_, i) => sum(columns.map((share, j) => share * apart(i, j))));
  const fromColumn = levels.map((_, j) => sum(rows.map((share, i) => share * apart(i, j))));
  const expected = sum(rows.map((share, i) => share * (fromRow[i] ?? NaN)));
  if (expected === 0) return { ...unknown('no-variance'), n };
  const over = (of: (i: number, j: number) => number) =>
    sum(counts.flatMap((row, i) => row.map((count, j) => (count / n) * of(i, j))));
  const rest = over(apart) / expected;
  const term = (i: number, j: number) => apart(i, j) - ((fromRow[i] ?? NaN) + (fromColumn[j] ?? NaN)) * rest;
  const centre = over(term);
  const variance = over((i, j) => (term(i, j) - centre) ** 2);
  return { reason: null, value: 1 - rest, se: Math.sqrt(variance / n) / expected, n };
}

function disagreement(difference: number, weights: KappaWeights): number {
  if (weights === 'unweighted') return Number(difference !== 0);
  return weights === 'linear' ? Math.abs(difference) : difference ** 2;
}

const isSquareOf = (size: number, counts: CrossTable['counts']): boolean =>
  counts.length === size && counts.every((row) => row.length === size);
