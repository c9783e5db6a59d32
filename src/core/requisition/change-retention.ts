import type { Requisition } from './requisition.ts';
import { eraseDate, keepsLonger, type Retention } from './retention.ts';

export type ChangeRetention =
  | { readonly kind: 'changed'; readonly changes: Pick<Requisition, 'retention' | 'eraseAt'> }
  | { readonly kind: 'longer-than-told' | 'being-erased' | 'archived' }
  | { readonly kind: 'too-soon'; readonly eraseAt: Date };

const DAY_MS = 24 * 60 * 60 * 1000;
/** Nobody is erased sooner than this after somebody shortened the time. */
const NOTICE_MS = 30 * DAY_MS;

/**
 * A draft may choose freely. Once a role was open, candidates have read how long their answers are kept: the time may
 * become shorter, never longer, and never so short that nobody could notice before everybody is gone.
 */
export function changeRetention(requisition: Requisition, retention: Retention, now: Date): ChangeRetention {
  const { state, closedAt } = requisition;
  if (state === 'archived') return { kind: 'archived' };
  if (requisition.eraseBegunAt !== null) return { kind: 'being-erased' };
  if (state !== 'draft' && keepsLonger(requisition.retention, retention)) return { kind: 'longer-than-told' };
  const eraseAt = closedAt === null ? null : eraseDate(closedAt, retention);
  const sooner = eraseAt !== null && eraseAt.getTime() !== requisition.eraseAt?.getTime();
  if (sooner && eraseAt.getTime() < now.getTime() + NOTICE_MS) return { kind: 'too-soon', eraseAt };
  return { kind: 'changed', changes: { retention, eraseAt } };
}
