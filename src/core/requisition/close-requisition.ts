import type { Requisition } from './requisition.ts';
import { eraseDate } from './retention.ts';

export type CloseRequisition =
  | { readonly kind: 'closed'; readonly changes: Pick<Requisition, 'state' | 'closedAt' | 'eraseAt'> }
  | { readonly kind: 'not-open' };

/** Nobody begins any more; what was begun goes on. From here on the time runs after which applicants are erased. */
export function closeRequisition({ state, retention }: Requisition, now: Date): CloseRequisition {
  if (state !== 'open') return { kind: 'not-open' };
  return { kind: 'closed', changes: { state: 'closed', closedAt: now, eraseAt: eraseDate(now, retention) } };
}
