import type { Requisition } from './requisition.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Nobody should be kept waiting for longer, and a year mistyped is longer. */
export const MOST_DAYS_AHEAD = 366;

export type ChangeDecisionDate =
  | { readonly kind: 'changed'; readonly changes: Pick<Requisition, 'decisionBy'> }
  | { readonly kind: 'archived' | 'past' | 'too-far' };

/** The day that candidates read, or none. A day may move, because plans do; it is never in the past when it is set. */
export function changeDecisionDate(
  { state }: Pick<Requisition, 'state'>,
  decisionBy: Date | null,
  now: Date,
): ChangeDecisionDate {
  if (state === 'archived') return { kind: 'archived' };
  if (decisionBy !== null && decisionBy.getTime() + DAY_MS <= now.getTime()) return { kind: 'past' };
  const latest = now.getTime() + MOST_DAYS_AHEAD * DAY_MS;
  if (decisionBy !== null && decisionBy.getTime() > latest) return { kind: 'too-far' };
  return { kind: 'changed', changes: { decisionBy } };
}
