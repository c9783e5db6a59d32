import { decideSave } from '../../../core/expert-panel/decide-save.ts';
import { readPanelRatings } from '../../../core/expert-panel/read-panel-ratings.ts';
import type { JudgmentItem } from '../../../core/item/item.ts';
import type { PanelDeps } from '../panel-deps.ts';
import type { Visit } from './find-expert.ts';
import { ratingField } from './rate-page.ts';

export type Saved = 'saved' | 'invalid' | 'gaps' | 'stale';

/** Stores what was rated in one situation, unless it was changed since the page was made. Saving again changes nothing. */
export async function saveSituation(
  { panelExperts }: PanelDeps,
  { expert }: Visit,
  item: JudgmentItem,
  posted: { readonly seen: number; readonly fields: Readonly<Record<string, string>> },
): Promise<Saved> {
  const raw = item.options.flatMap(({ id }) => {
    const value = posted.fields[ratingField(id)];
    return value === undefined ? [] : [[id, value] as const];
  });
  const read = readPanelRatings(item, Object.fromEntries(raw));
  if (read.kind === 'invalid') return 'invalid';
  const { ratings, complete } = read;
  if (expert.state === 'handed-in' && !complete) return 'gaps';
  const decision = decideSave(item, expert.situations[item.id], { seen: posted.seen, ratings });
  if (decision === 'stored-already') return 'saved';
  if (decision === 'stale') return 'stale';
  const saved = await panelExperts.saveRatings(expert, item.id, { seen: posted.seen, ratings, complete });
  return saved ? 'saved' : 'stale';
}
