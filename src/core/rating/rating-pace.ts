import type { RatingSave } from './rating-save.ts';

/** Whoever pauses longer has done something else in between. */
const PAUSE_MS = 10 * 60_000;
/** Fewer say nothing about how somebody works. */
export const LEAST_TIMED = 30;
/** Nobody reads a hundred words and compares them with anchors in less. */
const HASTY_SECONDS = 15;

export interface RatingPace {
  /** Responses whose first rating could be timed. */
  readonly n: number;
  /** Seconds for a hundred words of them; null for too few. */
  readonly secondsPer100Words: number | null;
  /** Faster than anybody reads. Being slow is never a matter. */
  readonly hasty: boolean;
}

/**
 * How long a rater takes, from one saving to the next of one sitting. Only the first saving of a response counts: looking
 * at it again is no reading.
 */
export function ratingPace(batches: readonly (readonly RatingSave[])[]): RatingPace {
  const timed = batches.flatMap(timeFirstSaves);
  const words = timed.reduce((sum, one) => sum + one.words, 0);
  const n = timed.length;
  if (n < LEAST_TIMED || words === 0) return { n, secondsPer100Words: null, hasty: false };
  const seconds = timed.reduce((sum, { ms }) => sum + ms, 0) / 1000;
  const secondsPer100Words = (seconds / words) * 100;
  return { n, secondsPer100Words, hasty: secondsPer100Words < HASTY_SECONDS };
}

function timeFirstSaves(saves: readonly RatingSave[]): { readonly ms: number; readonly words: number }[] {
  const inOrder = [...saves].sort((left, right) => left.at.getTime() - right.at.getTime());
  const seen = new Set<string>();
  return inOrder.flatMap(({ taskId, at, words }, index) => {
    const before = inOrder[index - 1];
    const first = !seen.has(taskId);
    seen.add(taskId);
    const ms = before === undefined ? Infinity : at.getTime() - before.at.getTime();
    return first && ms <= PAUSE_MS ? [{ ms, words }] : [];
  });
}
