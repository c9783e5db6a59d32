import { mean } from './mean.ts';
import { populationSd } from './population-sd.ts';

/**
 * z-values of a list within itself: (x − mean) / population SD.
 * Returns null where the values do not spread, because no z exists then. Constant lists of fractions can leave a
 * spread of rounding size, so anything below a billionth counts as none.
 */
export function standardise(values: readonly number[]): readonly number[] | null {
  if (values.length === 0) return null;
  const sd = populationSd(values);
  if (sd < 1e-9) return null;
  const centre = mean(values);
  return values.map((value) => (value - centre) / sd);
}
