import { groupPlaces } from './group-places.ts';
import { invertMatrix } from './invert-matrix.ts';
import { sum } from './sum.ts';

/** A facet beside the targets, such as raters or items: for each rating the place of its level among `size`. */
export interface Facet {
  readonly places: readonly number[];
  readonly size: number;
}

/**
 * Least squares for the effects of facets in y = target + facet + facet …, with the targets taken out first, so that the
 * equations are as many as there are facet levels, however many targets there are. Effects of each facet sum to 0, one
 * list a facet. Null where the design is not connected: some level then compares with no other.
 */
export function fitFacets(
  targets: readonly number[],
  facets: readonly Facet[],
  ratings: readonly number[],
): readonly (readonly number[])[] | null {
  const starts = facets.map((_, facet) => sum(facets.slice(0, facet).map(({ size }) => size)));
  const width = sum(facets.map(({ size }) => size));
  const columns = (row: number) =>
    facets.map(({ places }, facet) => (starts[facet] ?? 0) + (places[row] ?? 0));
  const equations = constraints(facets, starts, width);
  const right = new Float64Array(width);
  for (const rows of groupPlaces(targets).values()) {
    const centre = sum(rows.map((row) => ratings[row] ?? NaN)) / rows.length;
    const seen = new Float64Array(width);
    for (const row of rows) {
      const own = columns(row);
      for (const i of own) {
        seen[i] = (seen[i] ?? 0) + 1;
        right[i] = (right[i] ?? 0) + (ratings[row] ?? NaN) - centre;
        for (const j of own) add(equations, i, j, 1);
      }
    }
    const used = [...seen.keys()].filter((i) => (seen[i] ?? 0) > 0);
    for (const i of used)
      for (const j of used) add(equations, i, j, -((seen[i] ?? 0) * (seen[j] ?? 0)) / rows.length);
  }
  const inverse = invertMatrix(equations);
  if (inverse === null) return null;
  const effects = inverse.map((row) => sum(row.map((value, i) => value * (right[i] ?? 0))));
  return facets.map(({ size }, facet) => effects.slice(starts[facet], (starts[facet] ?? 0) + size));
}

/** Ones within each facet: they hold its effects to a sum of 0 and change nothing else. */
function constraints(facets: readonly Facet[], starts: readonly number[], width: number): number[][] {
  const facetOf = facets.flatMap(({ size }, facet) => Array.from({ length: size }, () => starts[facet]));
  return Array.from({ length: width }, (_, i) =>
    Array.from({ length: width }, (__, j) => Number(facetOf[i] === facetOf[j])),
  );
}

function add(matrix: readonly number[][], i: number, j: number, value: number): void {
  const row = matrix[i] ?? [];
  row[j] = (row[j] ?? 0) + value;
}
