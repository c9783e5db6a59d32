import type { PersonId } from '../kernel/ids.ts';
import { isComplete } from './is-complete.ts';
import type { RatingTask } from './rating-task.ts';

export interface RatingProgress {
  /** Who still holds responses that are not handed in, most first, and how many of them are ready. */
  readonly raters: readonly { readonly raterId: PersonId; readonly open: number; readonly ready: number }[];
  /** Seats that wait for somebody to take them, and those of them that nobody of the pool may take. */
  readonly free: number;
  readonly blocked: number;
}

/** What holds up the rating of a requisition, from its tasks that are being rated. */
export function summariseProgress(tasks: readonly RatingTask[], pool: readonly PersonId[]): RatingProgress {
  const raters = new Map<PersonId, { open: number; ready: number }>();
  let free = 0;
  let blocked = 0;
  for (const task of tasks) {
    for (const slot of task.slots.filter(({ voided }) => voided === null)) {
      if (slot.state === 'free') {
        free += 1;
        if (pool.every((raterId) => task.notRaterIds.includes(raterId))) blocked += 1;
      }
      if (slot.state !== 'held' || slot.raterId === null) continue;
      const { open, ready } = raters.get(slot.raterId) ?? { open: 0, ready: 0 };
      raters.set(slot.raterId, {
        open: open + 1,
        ready: ready + (isComplete(slot.draft, task.criteria) ? 1 : 0),
      });
    }
  }
  const listed = [...raters].map(([raterId, counts]) => ({ raterId, ...counts }));
  return { raters: listed.sort((left, right) => right.open - left.open), free, blocked };
}
