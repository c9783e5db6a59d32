import type { Key } from '../form/key.ts';
import type { DimensionId, ItemId, OptionId } from '../kernel/ids.ts';

export interface KeyedValues {
  readonly dimension: DimensionId;
  readonly highest: number;
  readonly lowest: number;
  readonly valueOf: (optionId: OptionId) => number;
  /** A panel did not agree on this option: it counts for nothing. */
  readonly isDropped: (optionId: OptionId) => boolean;
}

/** Whether a panel did not agree on the whole situation. */
export const isDropped = (key: Key, itemId: ItemId): boolean => droppedOf(key, itemId) === 'all';

const droppedOf = ({ panel }: Key, itemId: ItemId): readonly OptionId[] | 'all' =>
  panel?.dropped.find((dropped) => dropped.itemId === itemId)?.options ?? [];

/** The key's half of one situation. Throws where the key does not cover it: form and key are not of one version. */
export function keyedItem(key: Key, itemId: ItemId): KeyedValues {
  const keyed = key.items[itemId];
  if (keyed === undefined) throw new Error(`key of ${key.assessmentId} has no item ${itemId}`);
  const dropped = droppedOf(key, itemId);
  const values = Object.values(keyed.options).map((option) => option.value);
  return {
    dimension: keyed.dimension,
    highest: Math.max(...values),
    lowest: Math.min(...values),
    valueOf: (optionId) => {
      const option = keyed.options[optionId];
      if (option === undefined)
        throw new Error(`key of ${key.assessmentId} has no option ${itemId}/${optionId}`);
      return option.value;
    },
    isDropped: (optionId) => dropped.includes(optionId),
  };
}
