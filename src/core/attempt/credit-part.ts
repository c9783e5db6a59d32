import type { Credit, PartClock } from './attempt.ts';

export type CreditPart =
  /** Moves what is still to come: Start adds it to the limit. */
  | { readonly kind: 'before-start' }
  | { readonly kind: 'running'; readonly deadlineMs: number }
  | { readonly kind: 'given-before' }
  | { readonly kind: 'no-limit' | 'closed' };

/** Where a credit of time goes. The same credit counts once, whoever repeats it; without a limit there is nothing to add to. */
export function creditPart(part: PartClock, credit: Credit): CreditPart {
  if (part.credits.some(({ id }) => id === credit.id)) return { kind: 'given-before' };
  if (part.state === 'closed') return { kind: 'closed' };
  if (part.state === 'waiting') return { kind: 'before-start' };
  if (part.deadlineMs === null) return { kind: 'no-limit' };
  return { kind: 'running', deadlineMs: part.deadlineMs + credit.ms };
}
