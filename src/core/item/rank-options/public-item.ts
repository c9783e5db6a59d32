import type { RankOptionsItem, Option } from '../item.ts';
import type { ItemId } from '../../kernel/ids.ts';

/** All that a candidate's page may know of the item. */
export interface PublicRankOptions {
  readonly kind: 'rank-options';
  readonly id: ItemId;
  readonly title: string;
  readonly situation: string;
  readonly question: string;
  readonly options: readonly Option[];
}

/** Field by field, so that nothing added to an item later reaches a candidate by itself. */
export function publicRankOptions(item: RankOptionsItem): PublicRankOptions {
  const { kind, id, title, situation, question } = item;
  const options = item.options.map((option) => ({ id: option.id, text: option.text }));
  return { kind, id, title, situation, question, options };
}
