import type { Key } from '../form/key.ts';
import type { PickOneItem } from '../item/item.ts';
import type { ResponseValue } from '../item/response-value.ts';
import type { ItemId } from '../kernel/ids.ts';
import type { JudgmentResult } from './judgment-result.ts';
import { keyedItem } from './keyed-item.ts';
import { meanOfSituations } from './mean-of-situations.ts';
import { pickedShare } from './picked-share.ts';

/** One pick a situation: its value between the lowest (0) and the highest (1) of the situation, shown times 100. */
export function scorePickedOptions(
  items: readonly PickOneItem[],
  key: Key,
  valueOf: (id: ItemId) => ResponseValue | null,
): JudgmentResult {
  const scored = items.flatMap(({ id: itemId }) => {
    const value = valueOf(itemId);
    if (value?.kind !== 'pick-one' || value.pick === null) return [];
    const keyed = keyedItem(key, itemId);
    const raw = pickedShare(keyed.valueOf(value.pick), [keyed.lowest, keyed.highest]);
    if (raw === null) throw new Error(`key of ${key.assessmentId} tells no options of ${itemId} apart`);
    return [{ itemId, dimension: keyed.dimension, raw }];
  });
  return meanOfSituations(scored, (raw) => raw * 100);
}
