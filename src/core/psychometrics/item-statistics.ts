import { cronbachAlpha } from './cronbach-alpha.ts';
import { mean } from './mean.ts';
import { pearson } from './pearson.ts';
import { sampleVariance } from './sample-variance.ts';
import { sum } from './sum.ts';

export interface ItemStatistics {
  readonly mean: number;
  readonly sd: number;
  /** Correlation with the whole score, the item included. */
  readonly withTotal: number | null;
  /** Correlation with the rest score: the item left out, so that it does not meet itself. */
  readonly withRest: number | null;
  readonly alphaWithout: number | null;
}

/**
 * Each item of a scale: mean, SD (n − 1), item-total and corrected item-total correlation, and alpha of the scale
 * without it. Input: complete rows, two persons or more. A correlation is null where item or score does not vary; alpha
 * without the item is null for two items. Flag below .15; shown from n ≥ 50 on.
 */
export function itemStatistics(rows: readonly (readonly number[])[]): readonly ItemStatistics[] {
  const totals = rows.map(sum);
  return Array.from({ length: rows[0]?.length ?? 0 }, (_, item) => {
    const own = rows.map((row) => row[item] ?? 0);
    const others = rows.map((row) => row.filter((_value, place) => place !== item));
    const rest = totals.map((total, person) => total - (own[person] ?? 0));
    return {
      mean: mean(own),
      sd: Math.sqrt(sampleVariance(own)),
      withTotal: pearson(own, totals),
      withRest: pearson(own, rest),
      alphaWithout: cronbachAlpha(others).value,
    };
  });
}
