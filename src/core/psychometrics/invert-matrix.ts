import type { Matrix } from './covariance-matrix.ts';

/** Below this share of the largest entry a pivot counts as nothing: the matrix has no inverse. */
const LEAST_PIVOT = 1e-12;

/** Inverse of a square matrix by Gauss and Jordan with row exchanges. Null where there is none. */
export function invertMatrix(matrix: Matrix): Matrix | null {
  const size = matrix.length;
  const largest = Math.max(...matrix.flat().map(Math.abs));
  let rows = matrix.map((row, index) => [...row, ...unit(size, index)]);
  for (let column = 0; column < size; column += 1) {
    const swapped = withLargestFirst(rows, column);
    const pivotRow = swapped[column] ?? [];
    const pivot = pivotRow[column] ?? 0;
    if (!(Math.abs(pivot) > LEAST_PIVOT * largest)) return null;
    const scaled = pivotRow.map((value) => value / pivot);
    rows = swapped.map((row, index) => {
      const factor = row[column] ?? 0;
      return index === column ? scaled : row.map((value, place) => value - factor * (scaled[place] ?? 0));
    });
  }
  return rows.map((row) => row.slice(size));
}

const unit = (size: number, place: number): readonly number[] =>
  Array.from({ length: size }, (_, index) => Number(index === place));

/** The rows with the largest entry of a column, from its own place down, moved to that place. */
function withLargestFirst(rows: readonly (readonly number[])[], column: number): number[][] {
  const sizes = rows.map((row, index) => (index < column ? -1 : Math.abs(row[column] ?? 0)));
  const best = sizes.indexOf(Math.max(...sizes));
  const order = rows.map((_, index) => (index === column ? best : index === best ? column : index));
  return order.map((index) => [...(rows[index] ?? [])]);
}
