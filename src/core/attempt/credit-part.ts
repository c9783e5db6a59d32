import type { Section } from '../form/form.ts';
import { ratingDueAt } from '../rating/rating-due-at.ts';
import type { Attempt, Credit, PartClock } from './attempt.ts';
import { partClock } from './part-clock.ts';
import { timeForPart } from './start-part.ts';
import { REOPEN_MS } from './time-limits.ts';

/** Nothing is opened again in the last minute before rating begins, so that the two can never cross. */
const MARGIN_MS = 60_000;

export type CreditRefusal = 'no-limit' | 'handed-in' | 'too-late' | 'other-part-runs' | 'over';

export type CreditPart =
  /** Moves what is still to come: Start adds it to the limit. */
  | { readonly kind: 'before-start' }
  | { readonly kind: 'running'; readonly deadlineMs: number }
  /** Its time had run out; it runs again from now for what is credited. */
  | { readonly kind: 'reopens'; readonly deadlineMs: number; readonly endsByMs: number }
  | { readonly kind: 'given-before' }
  | { readonly kind: 'refused'; readonly reason: CreditRefusal };

interface Crediting {
  readonly attempt: Attempt;
  readonly section: Section;
  readonly credit: Credit;
  readonly nowMs: number;
}

const refused = (reason: CreditRefusal): CreditPart => ({ kind: 'refused', reason });

/**
 * Where a credit of time goes. The same credit counts once, whoever repeats it; without a limit there is nothing to add
 * to, and what the candidate has handed in stays handed in.
 */
export function creditPart(input: Crediting): CreditPart {
  const { attempt, section, credit, nowMs } = input;
  const part = partClock(attempt, section.id);
  if (part.credits.some(({ id }) => id === credit.id)) return { kind: 'given-before' };
  if (part.state === 'waiting') {
    if (attempt.state !== 'open' || nowMs >= attempt.endsBy.getTime()) return refused('over');
    return timeForPart(attempt, section) === null ? refused('no-limit') : { kind: 'before-start' };
  }
  if (part.closedBy === 'hand-in') return refused('handed-in');
  if (part.deadlineMs === null) return refused('no-limit');
  if (part.state === 'running' && nowMs <= part.deadlineMs) {
    return { kind: 'running', deadlineMs: part.deadlineMs + credit.ms };
  }
  return reopen(input, part, part.deadlineMs);
}

function reopen(
  { attempt, section, credit, nowMs }: Crediting,
  part: PartClock,
  endedMs: number,
): CreditPart {
  const ratedFromMs = ratingDueAt(attempt)?.getTime() ?? Number.POSITIVE_INFINITY;
  const closedMs = part.closedAt?.getTime() ?? endedMs;
  if (nowMs >= Math.min(ratedFromMs, closedMs + REOPEN_MS) - MARGIN_MS) return refused('too-late');
  const others = Object.entries(attempt.parts).filter(([id]) => id !== section.id);
  if (others.some(([, { state }]) => state === 'running')) return refused('other-part-runs');
  const deadlineMs = nowMs + credit.ms;
  const endsByMs = Math.max(attempt.endsBy.getTime() + credit.ms, deadlineMs);
  return { kind: 'reopens', deadlineMs, endsByMs };
}
