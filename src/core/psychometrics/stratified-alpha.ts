import { known, unknown } from '../kernel/estimate.ts';
import { cronbachAlpha, type PersonsByItems, type Reliability } from './cronbach-alpha.ts';
import { sampleVariance } from './sample-variance.ts';
import { sum } from './sum.ts';

/**
 * Stratified alpha (Cronbach, Schönemann & McKie 1965) = 1 − Σ var_j (1 − α_j) / var_T: for a test whose items belong
 * to several dimensions, where plain alpha is too low. Input: persons by items and the stratum of each item. A stratum
 * of one item has no alpha of its own and counts as 0, the careful side. Persons with a missing value are left out.
 * Null as for alpha, and where an item has no stratum.
 */
export function stratifiedAlpha(data: PersonsByItems, strata: readonly string[]): Reliability {
  const rows = data.filter((row): row is readonly number[] => row.every((value) => value !== null));
  const whole = cronbachAlpha(rows);
  if (whole.value === null) return whole;
  const { n, k } = whole;
  if (strata.length !== k) return { ...unknown('invalid-response'), n, k };
  const unexplained = [...new Set(strata)].map((stratum) => {
    const part = rows.map((row) => row.filter((_, item) => strata[item] === stratum));
    return sampleVariance(part.map(sum)) * (1 - (cronbachAlpha(part).value ?? 0));
  });
  return { ...known(1 - sum(unexplained) / sampleVariance(rows.map(sum))), n, k };
}
