import type { Key } from '../form/key.ts';
import type { RankOptionsItem } from '../item/item.ts';
import type { ResponseValue } from '../item/response-value.ts';
import type { ItemId } from '../kernel/ids.ts';
import { spearman } from '../psychometrics/spearman.ts';
import type { JudgmentResult } from './judgment-result.ts';
import { keyedItem } from './keyed-item.ts';
import { meanOfSituations } from './mean-of-situations.ts';

/**
 * Agreement of each confirmed order with the order of the key's values, as Spearman's ρ; shown as (ρ + 1) / 2 × 100.
 * Options of equal value share the middle of their ranks.
 */
export function scoreRankedOptions(
  items: readonly RankOptionsItem[],
  key: Key,
  valueOf: (id: ItemId) => ResponseValue | null,
): JudgmentResult {
  const scored = items.flatMap(({ id: itemId }) => {
    const value = valueOf(itemId);
    if (value?.kind !== 'rank-options' || !value.confirmed) return [];
    const keyed = keyedItem(key, itemId);
    const last = value.order.length;
    const raw = spearman(
      value.order.map((_, index) => last - index),
      value.order.map(keyed.valueOf),
    );
    if (raw === null) throw new Error(`key of ${key.assessmentId} tells no options of ${itemId} apart`);
    return [{ itemId, dimension: keyed.dimension, raw }];
  });
  return meanOfSituations(scored, (raw) => ((raw + 1) / 2) * 100);
}
