import type { CrossTable } from './cross-table.ts';
import type { Interval } from './feldt-interval.ts';
import { sum } from './sum.ts';
import { tQuantile } from './t-quantile.ts';

/**
 * Interval of an agreement coefficient of two raters, from the jackknife: the coefficient without each pair in turn, on
 * Fisher's z scale, z ± t(n − 1) · √((n − 1)/n · Σ (z_(i) − z̄)²). It covers what it says where the plain standard error is
 * too small, which is so for kappa and AC2 below about 100 pairs (docs/measurement.md). Input: counts of the pairs and the
 * coefficient as a function of them. Null for fewer than three pairs, at ±1, and where leaving out a pair leaves none.
 */
export function agreementInterval(
  table: CrossTable,
  coefficient: (table: CrossTable) => number | null,
  level: number,
): Interval | null {
  const n = sum(table.counts.flat());
  const whole = zOf(coefficient(table));
  if (n < 3 || whole === null) return null;
  const cells = table.counts.flatMap((row, i) =>
    row.flatMap((count, j) => (count > 0 ? [{ i, j, count }] : [])),
  );
  const left = cells.map(({ i, j, count }) => ({ count, z: zOf(coefficient(without(table, i, j))) }));
  if (left.some(({ z }) => z === null)) return null;
  const over = (of: (z: number) => number) => sum(left.map(({ count, z }) => count * of(z ?? NaN)));
  const mean = over((z) => z) / n;
  const se = Math.sqrt(((n - 1) / n) * over((z) => (z - mean) ** 2));
  const half = tQuantile((1 + level) / 2, n - 1) * se;
  return { lower: Math.tanh(whole - half), upper: Math.tanh(whole + half) };
}

function without({ levels, counts }: CrossTable, row: number, column: number): CrossTable {
  return {
    levels,
    counts: counts.map((cells, i) =>
      cells.map((count, j) => (i === row && j === column ? count - 1 : count)),
    ),
  };
}

function zOf(value: number | null): number | null {
  return value === null || Math.abs(value) >= 1 ? null : Math.atanh(value);
}
