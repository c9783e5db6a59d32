import type { PersonId, RatingTaskId } from '../kernel/ids.ts';
import { isComplete } from './is-complete.ts';
import type { RatingBatch } from './rating-batch.ts';
import type { RatingTask } from './rating-task.ts';

/** What one rater holds that is not handed in. */
interface HeldWork {
  readonly raterId: PersonId;
  readonly open: number;
  /** How many of them have a whole rating already. */
  readonly ready: number;
  /** Since when the longest is held; null where it is in no batch yet. */
  readonly since: Date | null;
  readonly dueAt: Date | null;
}

export interface RatingProgress {
  /** Who is waited for: the longest overdue first, then whoever holds most. */
  readonly raters: readonly HeldWork[];
  /** Seats that wait for somebody to take them, and those of them that nobody of the pool may take. */
  readonly free: number;
  readonly blocked: number;
}

type OpenBatch = Pick<RatingBatch, 'raterId' | 'taskIds' | 'createdAt' | 'dueAt'>;

/** What holds up the rating of a requisition, from its tasks that are being rated and the batches they are in. */
export function summariseProgress(
  tasks: readonly RatingTask[],
  pool: readonly PersonId[],
  batches: readonly OpenBatch[],
): RatingProgress {
  const inBatch = new Map<string, OpenBatch>();
  for (const batch of batches) {
    for (const taskId of batch.taskIds) inBatch.set(seatKey(batch.raterId, taskId), batch);
  }
  const raters = new Map<PersonId, HeldWork>();
  let free = 0;
  let blocked = 0;
  for (const task of tasks) {
    for (const slot of task.slots.filter(({ voided }) => voided === null)) {
      if (slot.state === 'free') {
        free += 1;
        if (pool.every((raterId) => task.notRaterIds.includes(raterId))) blocked += 1;
      }
      if (slot.state !== 'held' || slot.raterId === null) continue;
      const { raterId } = slot;
      const batch = inBatch.get(seatKey(raterId, task.id)) ?? null;
      const before = raters.get(raterId) ?? { raterId, open: 0, ready: 0, since: null, dueAt: null };
      raters.set(raterId, {
        raterId,
        open: before.open + 1,
        ready: before.ready + (isComplete(slot.draft, task.criteria) ? 1 : 0),
        since: earlier(before.since, batch?.createdAt ?? null),
        dueAt: earlier(before.dueAt, batch?.dueAt ?? null),
      });
    }
  }
  const listed = [...raters.values()].sort(
    (left, right) => timeOf(left.dueAt) - timeOf(right.dueAt) || right.open - left.open,
  );
  return { raters: listed, free, blocked };
}

const seatKey = (raterId: PersonId, taskId: RatingTaskId): string => `${raterId} ${taskId}`;
/** Work without a deadline comes last. */
const timeOf = (date: Date | null): number => date?.getTime() ?? Number.MAX_SAFE_INTEGER;
const earlier = (left: Date | null, right: Date | null): Date | null =>
  timeOf(left) <= timeOf(right) ? left : right;
