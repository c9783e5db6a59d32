import { tallyScale, type ItemStatistics } from './tally-scale.ts';

/**
 * Each item of a scale: mean, SD (n − 1), item-total and corrected item-total correlation, and alpha of the scale
 * without it. Input: complete rows, two persons or more. A correlation is null where item or score does not vary; alpha
 * without the item is null for two items. Flag below .15; shown from n ≥ 50 on. Tables too large for rows of arrays are
 * tallied in chunks by `tallyScale`.
 */
export function itemStatistics(rows: readonly (readonly number[])[]): readonly ItemStatistics[] {
  const tally = tallyScale(rows[0]?.length ?? 0);
  for (const row of rows) tally.add(row);
  return tally.statistics() ?? [];
}
