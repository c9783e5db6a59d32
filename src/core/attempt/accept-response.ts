import type { ItemId, SectionId } from '../kernel/ids.ts';
import type { Attempt, StoredResponse } from './attempt.ts';
import { partClock, partEndsMs } from './part-clock.ts';
import { SAVE_GRACE_MS } from './time-limits.ts';

/** One save as it arrived, its value already canonical and hashed by us. */
export interface Save {
  readonly itemId: ItemId;
  readonly sectionId: SectionId;
  readonly epoch: number;
  readonly seq: number;
  readonly hash: string;
  /** Stamped before the body was read; the device's clock is never evidence. */
  readonly recvAtMs: number;
}

export type SaveRefusal = 'superseded' | 'old-epoch' | 'part-not-running' | 'closed' | 'late';

export type SaveDecision =
  | { readonly kind: 'accepted'; readonly lateByMs: number }
  /** Sent again: the same receipt as the first time. */
  | { readonly kind: 'duplicate'; readonly stored: StoredResponse }
  /** Overtaken by a later save of the same writer; not an error. */
  | { readonly kind: 'stale'; readonly stored: StoredResponse }
  | { readonly kind: 'refused'; readonly reason: SaveRefusal };

const refused = (reason: SaveRefusal): SaveDecision => ({ kind: 'refused', reason });

/**
 * The saving rules as one decision. What was acknowledged once stays acknowledged, whatever happened since; then the
 * part has to run, the writer has to be the current one, the time must not be over (10 s of grace, flagged), and the
 * sequence number has to be higher than the stored one. The store repeats the same conditions in its filter.
 */
export function acceptResponse(attempt: Attempt, save: Save): SaveDecision {
  const stored = attempt.responses[save.itemId] ?? null;
  if (stored !== null && isRepeat(stored, save)) return { kind: 'duplicate', stored };
  const part = partClock(attempt, save.sectionId);
  if (attempt.state !== 'open' || part.state === 'closed') return refused('closed');
  if (part.state === 'waiting') return refused('part-not-running');
  if (save.epoch !== attempt.epoch) return refused('old-epoch');
  const lateByMs = Math.max(0, save.recvAtMs - partEndsMs(attempt, part));
  if (lateByMs > SAVE_GRACE_MS) return refused('late');
  if (stored !== null && save.seq < stored.seq) return { kind: 'stale', stored };
  if (stored?.seq === save.seq) return refused('superseded');
  return { kind: 'accepted', lateByMs };
}

function isRepeat(stored: StoredResponse, save: Save): boolean {
  return stored.epoch === save.epoch && stored.seq === save.seq && stored.hash === save.hash;
}
