import type { Key } from '../form/key.ts';
import type { BestWorstItem } from '../item/item.ts';
import type { ResponseValue } from '../item/response-value.ts';
import type { ItemId } from '../kernel/ids.ts';
import { bestWorstPoints } from './best-worst-points.ts';
import type { JudgmentResult } from './judgment-result.ts';
import { keyedItem } from './keyed-item.ts';
import { meanOfSituations } from './mean-of-situations.ts';

/**
 * Best and worst picks (Motowidlo, Dunnette & Carter 1990): +1 for the key's best as best and its worst as worst, −1
 * for each taken the other way round, so −2 to +2 a situation; shown as (s + 2) / 4 × 100 averaged over the answered
 * situations. Options that share the highest or lowest key value count alike.
 */
export function scoreBestWorst(
  items: readonly BestWorstItem[],
  key: Key,
  valueOf: (id: ItemId) => ResponseValue | null,
): JudgmentResult {
  const scored = items.flatMap((item) => {
    const value = valueOf(item.id);
    if (value?.kind !== 'best-worst') return [];
    const { dimension, highest, lowest, isDropped, valueOf: keyValueOf } = keyedItem(key, item.id);
    const points = bestWorstPoints(value, {
      isBest: (option) => !isDropped(option) && keyValueOf(option) === highest,
      isWorst: (option) => !isDropped(option) && keyValueOf(option) === lowest,
    });
    return points === null ? [] : [{ itemId: item.id, dimension, raw: points }];
  });
  return meanOfSituations(scored, (raw) => ((raw + 2) / 4) * 100);
}
