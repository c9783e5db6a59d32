import { mean } from './mean.ts';
import type { DataTable } from './sound-data.ts';

export type Matrix = readonly (readonly number[])[];

/**
 * Covariances (n − 1) of the columns of a table, each pair of columns over the persons who have both (pairwise), so
 * with complete rows the usual matrix. Null where a pair has fewer than two persons.
 */
export function covarianceMatrix(data: DataTable): Matrix | null {
  const k = data[0]?.length ?? 0;
  const matrix = Array.from({ length: k }, () => Array.from({ length: k }, () => NaN));
  for (let left = 0; left < k; left += 1) {
    for (let right = left; right < k; right += 1) {
      const covariance = covarianceOf(data, left, right);
      if (covariance === null) return null;
      for (const [row, column] of [
        [left, right],
        [right, left],
      ] as const) {
        const cells = matrix[row];
        if (cells !== undefined) cells[column] = covariance;
      }
    }
  }
  return matrix;
}

function covarianceOf(data: DataTable, left: number, right: number): number | null {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const row of data) {
    const [x, y] = [row[left] ?? null, row[right] ?? null];
    if (x === null || y === null) continue;
    xs.push(x);
    ys.push(y);
  }
  if (xs.length < 2) return null;
  const [mx, my] = [mean(xs), mean(ys)];
  return xs.reduce((sum, x, index) => sum + (x - mx) * ((ys[index] ?? NaN) - my), 0) / (xs.length - 1);
}

/** Correlations of a covariance matrix. Null where a variable does not vary. */
export function correlationMatrix(covariances: Matrix): Matrix | null {
  const sd = covariances.map((row, index) => Math.sqrt(Math.max(0, row[index] ?? 0)));
  if (sd.some((own) => own < 1e-12)) return null;
  return covariances.map((row, left) =>
    row.map((value, right) => (left === right ? 1 : value / ((sd[left] ?? NaN) * (sd[right] ?? NaN)))),
  );
}
