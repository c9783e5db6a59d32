import { partClock } from '../../core/attempt/part-clock.ts';
import { sectionOf } from '../../core/form/find-item.ts';
import type { Item } from '../../core/item/item.ts';
import type { Deps } from '../../deps.ts';
import type { Conflict } from './item-page.ts';
import type { Sitting } from './load-sitting.ts';
import { showStored } from './shown-answer.ts';

const WORDS = {
  heading: 'Your last change came after the end',
  line: 'Now there is more time for this part. Your last change is in the boxes below. Save to keep it.',
} as const;

/** What came too late for a part that was opened again since: it can be saved after all. Null where there is nothing. */
export async function findLateText(
  { stores }: Deps,
  { attempt, form, writes }: Sitting,
  item: Item,
): Promise<Conflict | null> {
  if (!writes || partClock(attempt, sectionOf(form, item.id).id).creditMs === 0) return null;
  const savedAt = attempt.responses[item.id]?.savedAt.getTime() ?? 0;
  const late = (await stores.quarantine.list(attempt)).filter(
    ({ itemId, reason, recvAt }) =>
      itemId === item.id && ['late', 'closed'].includes(reason) && recvAt.getTime() > savedAt,
  );
  const newest = late.at(-1);
  return newest === undefined ? null : { ...WORDS, posted: showStored(newest.value), claims: false };
}
