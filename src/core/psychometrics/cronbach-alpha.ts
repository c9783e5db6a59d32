import { known, unknown, type Estimate } from '../kernel/estimate.ts';
import { isSoundTable, type DataTable } from './sound-data.ts';
import { sum } from './sum.ts';
import { tallyItems } from './tally-items.ts';

/** Rows are persons, columns items; null is a missing value. */
export type PersonsByItems = DataTable;

export type Reliability = Estimate<
  'fewer-than-two-items' | 'insufficient-n' | 'no-variance' | 'invalid-response'
> & { readonly n: number; readonly k: number };

/**
 * Cronbach's alpha (1951) = k/(k−1) · (1 − Σ s_i² / s_T²), sample variances, persons with a missing value left out
 * (listwise; n counts who is left). A negative alpha is returned as it is. Null for one item, for fewer than two
 * complete persons, where the total score does not vary, and for rows that cannot be counted. Shown from n ≥ 50 on
 * only; that is the caller's rule. Tables too large for rows of arrays are tallied in chunks by `tallyItems`.
 */
export function cronbachAlpha(data: PersonsByItems): Reliability {
  const k = data[0]?.length ?? 0;
  if (!isSoundTable(data, 'data')) return { ...unknown('invalid-response'), n: data.length, k };
  const tally = tallyItems(k);
  for (const row of data) {
    if (row.every((value) => value !== null)) tally.add(row);
  }
  return alphaOfTally(tally);
}

/** Alpha of what a tally has counted. */
export function alphaOfTally(tally: Pick<ReturnType<typeof tallyItems>, 'variances'>): Reliability {
  const { n, items, total } = tally.variances();
  const k = items.length;
  const about = { n, k };
  if (k < 2) return { ...unknown('fewer-than-two-items'), ...about };
  if (n < 2) return { ...unknown('insufficient-n'), ...about };
  if (total < 1e-12) return { ...unknown('no-variance'), ...about };
  return { ...known((k / (k - 1)) * (1 - sum(items) / total)), ...about };
}
