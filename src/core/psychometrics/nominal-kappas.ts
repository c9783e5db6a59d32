import { known, unknown, type Estimate } from '../kernel/estimate.ts';
import { crossTable } from './cross-table.ts';
import { mean } from './mean.ts';
import { isSoundTable, type DataTable } from './sound-data.ts';
import { sum } from './sum.ts';
import { weightedKappa } from './weighted-kappa.ts';

type Kappa = Estimate<'fewer-than-two-raters' | 'no-pairable-values' | 'no-variance' | 'invalid-response'>;
type Complete = readonly (readonly number[])[];

/**
 * Fleiss' kappa (1971) of k raters on n targets and categories without order: (P̄ − P̄_e) / (1 − P̄_e), P̄ the mean share of
 * pairs of raters who agree on a target, P̄_e the sum of squared shares of the categories. Targets with a missing rating
 * are left out. Null for fewer than two raters, without a complete target, and where all ratings are the same.
 */
export function fleissKappa(data: DataTable): Kappa {
  return onComplete(data, (rows, k) => {
    const categories = [...new Set(rows.flat())];
    const counts = rows.map((row) => categories.map((level) => row.filter((own) => own === level).length));
    const agreed = mean(counts.map((own) => sum(own.map((r) => r * (r - 1))) / (k * (k - 1))));
    const shares = categories.map((_, c) => mean(counts.map((own) => (own[c] ?? NaN) / k)));
    return known(1 - (1 - agreed) / (1 - sum(shares.map((share) => share * share))));
  });
}

/** Light's kappa (1971): the mean of Cohen's kappas of all pairs of raters. Null where one pair has none. */
export function lightKappa(data: DataTable): Kappa {
  return onComplete(data, (rows, k) => {
    const kappas: number[] = [];
    for (let i = 0; i < k; i += 1) {
      for (let j = i + 1; j < k; j += 1) {
        const pairs = rows.map((row) => ({ first: row[i] ?? null, second: row[j] ?? null }));
        const { value } = weightedKappa(crossTable(pairs), 'unweighted');
        if (value === null) return unknown('no-variance');
        kappas.push(value);
      }
    }
    return known(mean(kappas));
  });
}

function onComplete(data: DataTable, run: (rows: Complete, k: number) => Kappa): Kappa {
  if (!isSoundTable(data, 'data')) return unknown('invalid-response');
  const k = data[0]?.length ?? 0;
  if (k < 2) return unknown('fewer-than-two-raters');
  const rows = data.filter((row): row is readonly number[] => row.every((value) => value !== null));
  if (rows.length === 0) return unknown('no-pairable-values');
  return new Set(rows.flat()).size < 2 ? unknown('no-variance') : run(rows, k);
}
