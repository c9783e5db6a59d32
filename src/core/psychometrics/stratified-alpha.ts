import { cronbachAlpha, type PersonsByItems, type Reliability } from './cronbach-alpha.ts';
import { sampleVariance } from './sample-variance.ts';

/**
 * Stratified alpha (Cronbach, Schönemann & McKie 1965) = 1 − Σ var_j (1 − α_j) / var_T: for a test whose items belong
 * to several dimensions, where plain alpha is too low. Input: persons by items and the stratum of each item. A stratum
 * of one item has no alpha of its own and counts as 0, the careful side. Persons with a missing value are left out.
 * Null as for alpha.
 */
export function stratifiedAlpha(data: PersonsByItems, strata: readonly string[]): Reliability {
  const rows = data.filter((row): row is readonly number[] => row.every((value) => value !== null));
  const whole = cronbachAlpha(rows);
  if (whole.value === null) return whole;
  const unexplained = [...new Set(strata)].map((stratum) => {
    const part = rows.map((row) => row.filter((_, item) => strata[item] === stratum));
    return sampleVariance(part.map(total)) * (1 - (cronbachAlpha(part).value ?? 0));
  });
  return { ...whole, value: 1 - total(unexplained) / sampleVariance(rows.map(total)) };
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
