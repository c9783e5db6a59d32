import type { JudgmentItem } from '../item/item.ts';
import type { OptionRatings, RatedSituation } from './expert-panel.ts';

export type SaveDecision = 'save' | 'stored-already' | 'stale';

/** Whether what was posted from a page that saw revision `seen` may replace what is stored. */
export function decideSave(
  item: JudgmentItem,
  stored: RatedSituation | undefined,
  posted: { readonly seen: number; readonly ratings: OptionRatings },
): SaveDecision {
  const same = item.options.every(({ id }) => stored?.ratings[id] === posted.ratings[id]);
  if (stored !== undefined && same) return 'stored-already';
  return posted.seen === (stored?.rev ?? 0) ? 'save' : 'stale';
}
