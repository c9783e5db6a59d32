import { unknown } from '../kernel/estimate.ts';
import { cronbachAlpha, type PersonsByItems, type Reliability } from './cronbach-alpha.ts';
import { tallyParts } from './tally-parts.ts';

/**
 * Stratified alpha (Cronbach, Schönemann & McKie 1965) = 1 − Σ var_j (1 − α_j) / var_T: for a test whose items belong
 * to several dimensions, where plain alpha is too low. Input: persons by items and the stratum of each item. A stratum
 * of one item has no alpha of its own and counts as 0, the careful side. Persons with a missing value are left out.
 * Null as for alpha, and where an item has no stratum. Tables too large for rows of arrays are tallied by `tallyParts`.
 */
export function stratifiedAlpha(data: PersonsByItems, strata: readonly string[]): Reliability {
  const rows = data.filter((row): row is readonly number[] => row.every((value) => value !== null));
  const whole = cronbachAlpha(rows);
  if (whole.value === null) return whole;
  const { n, k } = whole;
  if (strata.length !== k) return { ...unknown('invalid-response'), n, k };
  const tally = tallyParts(strata);
  for (const row of rows) tally.add(Float64Array.from(row), [0]);
  return tally.stratifiedAlpha();
}
