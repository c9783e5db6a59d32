import { unknown, type NoFigureReason } from '../kernel/estimate.ts';
import { isSoundTable, type DataTable } from './sound-data.ts';
import { mean } from './mean.ts';
import { sum } from './sum.ts';

export interface CrossedComponents {
  readonly person: number;
  readonly rater: number;
  readonly residual: number;
}

export type CrossedResult =
  ({ readonly reason: null } & CrossedComponents) | { readonly value: null; readonly reason: NoFigureReason };

/**
 * Variance components of persons crossed with raters (or prompts), one observation a cell, from expected mean squares
 * (Cronbach, Gleser, Nanda & Rajaratnam 1972): σ²_p = (MS_p − MS_e)/k, σ²_r = (MS_r − MS_e)/n, σ²_e = MS_e. Negative
 * components are returned as they are. Input: a complete table, a row a person. Null for fewer than two persons or
 * raters, and for missing values: a table with holes needs another estimator.
 */
export function crossedComponents(table: DataTable): CrossedResult {
  const data = table.filter((row): row is readonly number[] => row.every((value) => value !== null));
  const [n, k] = [data.length, data[0]?.length ?? 0];
  if (!isSoundTable(table, 'data') || n < table.length) return unknown('invalid-response');
  if (n < 2) return unknown('fewer-than-two-targets');
  if (k < 2) return unknown('fewer-than-two-raters');
  const grand = mean(data.flat());
  const rows = data.map(mean);
  const columns = Array.from({ length: k }, (_, rater) => mean(data.map((row) => row[rater] ?? NaN)));
  const between = (means: readonly number[]) => sum(means.map((own) => (own - grand) ** 2));
  const left = data.map((row, person) =>
    sum(row.map((value, rater) => (value - (rows[person] ?? NaN) - (columns[rater] ?? NaN) + grand) ** 2)),
  );
  const residual = sum(left) / ((n - 1) * (k - 1));
  return {
    reason: null,
    person: ((k * between(rows)) / (n - 1) - residual) / k,
    rater: ((n * between(columns)) / (k - 1) - residual) / n,
    residual,
  };
}
