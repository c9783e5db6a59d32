import type { Attempt } from '../attempt/attempt.ts';
import { REOPEN_MS } from '../attempt/time-limits.ts';

/**
 * When the rating of an attempt begins: at once where the candidate handed it in, 24 hours after its end where time ran
 * out, because a credit may still open it again. Null while it runs.
 */
export function ratingDueAt(attempt: Pick<Attempt, 'state' | 'parts' | 'finishedAt'>): Date | null {
  const { state, finishedAt } = attempt;
  if (state === 'open' || finishedAt === null) return null;
  const lastByClock = Object.values(attempt.parts).some(
    ({ closedBy, closedAt }) => closedBy === 'time' && closedAt?.getTime() === finishedAt.getTime(),
  );
  const waits = state === 'expired' || lastByClock;
  return new Date(finishedAt.getTime() + (waits ? REOPEN_MS : 0));
}
