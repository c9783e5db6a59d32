import { known, unknown, type Estimate } from '../kernel/estimate.ts';
import { mean } from './mean.ts';
import { populationSd } from './population-sd.ts';
import { isSoundTable, type DataTable } from './sound-data.ts';
import { sum } from './sum.ts';

/**
 * Kuder & Richardson's formula 20 (1937) for items scored 0 or 1: k/(k−1) · (1 − Σ p q / σ_T²), population variances;
 * the same as alpha. Persons with a missing value are left out. Null for one item, no complete person, a total that
 * does not vary, and for values other than 0 and 1.
 */
export function kr20(
  data: DataTable,
): Estimate<'fewer-than-two-items' | 'insufficient-n' | 'no-variance' | 'invalid-response'> {
  const k = data[0]?.length ?? 0;
  const rows = data.filter((row): row is readonly number[] => row.every((value) => value !== null));
  if (!isSoundTable(data, 'data') || rows.flat().some((value) => value !== 0 && value !== 1))
    return unknown('invalid-response');
  if (k < 2) return unknown('fewer-than-two-items');
  if (rows.length < 2) return unknown('insufficient-n');
  const variance = populationSd(rows.map((row) => mean(row) * k)) ** 2;
  if (variance < 1e-12) return unknown('no-variance');
  const shares = Array.from({ length: k }, (_, item) => mean(rows.map((row) => row[item] ?? 0)));
  return known((k / (k - 1)) * (1 - sum(shares.map((p) => p * (1 - p))) / variance));
}
