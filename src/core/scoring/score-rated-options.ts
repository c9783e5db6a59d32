import type { Key } from '../form/key.ts';
import type { RateOptionsItem } from '../item/item.ts';
import type { ResponseValue } from '../item/response-value.ts';
import type { DimensionId, ItemId } from '../kernel/ids.ts';
import { groupBy } from '../kernel/group-by.ts';
import { mean } from '../psychometrics/mean.ts';
import { populationSd } from '../psychometrics/population-sd.ts';
import { keyedItem } from './keyed-item.ts';
import { noJudgment, type JudgmentResult } from './judgment-result.ts';
import { shapeAgreement } from './shape-agreement.ts';
import { shapeDistances } from './shape-distances.ts';

/** Ratings that spread less than this say the same about every option: no shape to compare. */
const LEAST_RATING_SD = 0.6;

interface RatedOption {
  readonly itemId: ItemId;
  readonly dimension: DimensionId;
  readonly rating: number;
  readonly key: number;
}

/**
 * Judgment by agreement of shape over all rated options of the test; shown as 50(1 + s), clipped to 0…100, so that
 * 50 means no agreement with the key. An item's piece is minus the mean distance of its options.
 */
export function scoreRatedOptions(
  items: readonly RateOptionsItem[],
  key: Key,
  valueOf: (id: ItemId) => ResponseValue | null,
): JudgmentResult {
  const rated = items.flatMap((item) => ratedOptions(item, key, valueOf(item.id)));
  const ratings = rated.map((option) => option.rating);
  if (populationSd(ratings) < LEAST_RATING_SD) return noJudgment('flat-ratings');
  const distances = shapeDistances({ ratings, key: rated.map((option) => option.key) });
  if (distances === null) throw new Error(`key of ${key.assessmentId} gives every option the same value`);
  const apart = rated.map((option, index) => ({ ...option, distance: distances[index] ?? 0 }));
  const distancesBy = <Name extends string>(nameOf: (option: RatedOption) => Name) =>
    [...groupBy(apart, nameOf)].map(
      ([name, group]) => [name, group.map(({ distance }) => distance)] as const,
    );
  const raw = shapeAgreement(distances);
  return {
    score: { value: Math.min(100, Math.max(0, 50 * (1 + raw))), reason: null },
    raw,
    dimensions: distancesBy(({ dimension }) => dimension).map(([dimension, group]) => ({
      dimension,
      raw: shapeAgreement(group),
    })),
    items: distancesBy(({ itemId }) => itemId).map(([itemId, group]) => ({ itemId, raw: -mean(group) })),
  };
}

function ratedOptions(item: RateOptionsItem, key: Key, value: ResponseValue | null): readonly RatedOption[] {
  if (value?.kind !== 'rate-options') return [];
  const keyed = keyedItem(key, item.id);
  return item.options.flatMap(({ id }) => {
    const rating = value.ratings[id];
    return rating === undefined || keyed.isDropped(id)
      ? []
      : [{ itemId: item.id, dimension: keyed.dimension, rating, key: keyed.valueOf(id) }];
  });
}
