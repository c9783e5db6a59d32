import { known, unknown, type Estimate } from '../kernel/estimate.ts';
import { isSoundTable, type DataTable } from './sound-data.ts';
import { sum } from './sum.ts';

export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** Values that can be paired within a unit, and how often: o_ck from pairs weighted 1 / (m_u − 1). */
export interface Coincidences {
  readonly values: readonly number[];
  readonly pairs: readonly (readonly number[])[];
  /** Number of pairable values. */
  readonly n: number;
}

/** Coincidences over units with two values or more. Rows are observers, columns units; null is a missing value. */
export function coincidences(data: DataTable): Coincidences | null {
  if (!isSoundTable(data, 'data')) return null;
  const units = (data[0] ?? [])
    .map((_, unit) => data.flatMap((row) => row[unit] ?? []))
    .filter(({ length }) => length > 1);
  const values = [...new Set(units.flat())].sort((a, b) => a - b);
  const place = new Map(values.map((value, index) => [value, index]));
  const pairs = values.map(() => values.map(() => 0));
  for (const unit of units) {
    const counts = values.map(() => 0);
    for (const value of unit) counts[place.get(value) ?? -1] = (counts[place.get(value) ?? -1] ?? 0) + 1;
    counts.forEach((own, c) => {
      const row = pairs[c] ?? [];
      counts.forEach((other, k) => {
        row[k] = (row[k] ?? 0) + (own * (c === k ? other - 1 : other)) / (unit.length - 1);
      });
    });
  }
  return { values, pairs, n: units.flat().length };
}

/**
 * Krippendorff's alpha (2011) for any number of observers and missing values:
 * 1 − (N − 1) Σ o_ck δ_ck / Σ n_c n_k δ_ck, with δ 1 (nominal), (c − k)² (interval), ((c − k) / (c + k))² (ratio, for values of
 * 0 and above only), or (Σ_{g=c..k} n_g − (n_c + n_k) / 2)² (ordinal). Never clipped. Null without a unit that has two
 * values, and where every value is the same.
 */
export function krippendorffAlpha(
  data: DataTable,
  metric: Metric,
): Estimate<'no-pairable-values' | 'no-variance' | 'invalid-response'> {
  const counted = coincidences(data);
  if (counted === null || (metric === 'ratio' && counted.values.some((value) => value < 0)))
    return unknown('invalid-response');
  const { values, pairs, n } = counted;
  if (n === 0) return unknown('no-pairable-values');
  if (values.length < 2) return unknown('no-variance');
  const totals = pairs.map(sum);
  const apart = (c: number, k: number) => (c === k ? 0 : difference(c, k, values, totals)[metric]() ** 2);
  const over = (of: (c: number, k: number) => number) =>
    sum(values.flatMap((_, c) => values.map((__, k) => of(c, k) * apart(c, k))));
  const observed = over((c, k) => pairs[c]?.[k] ?? NaN);
  return known(1 - ((n - 1) * observed) / over((c, k) => (totals[c] ?? NaN) * (totals[k] ?? NaN)));
}

function difference(
  c: number,
  k: number,
  values: readonly number[],
  totals: readonly number[],
): Readonly<Record<Metric, () => number>> {
  const [a, b] = [values[c] ?? NaN, values[k] ?? NaN];
  const between = () => sum(totals.slice(Math.min(c, k), Math.max(c, k) + 1));
  return {
    nominal: () => 1,
    interval: () => a - b,
    ratio: () => (a - b) / (a + b),
    ordinal: () => between() - ((totals[c] ?? NaN) + (totals[k] ?? NaN)) / 2,
  };
}
