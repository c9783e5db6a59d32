import type { Readiness } from './check-readiness.ts';
import { currentIntake, type Requisition } from './requisition.ts';

export type OpenRequisition =
  | { readonly kind: 'opened'; readonly changes: Pick<Requisition, 'state' | 'intakes'> }
  | { readonly kind: 'not-ready' }
  | { readonly kind: 'open-already' };

/** Opens a draft that misses nothing; its intake begins now. */
export function openRequisition(requisition: Requisition, readiness: Readiness, now: Date): OpenRequisition {
  if (requisition.state !== 'draft') return { kind: 'open-already' };
  if (readiness.missing.length > 0) return { kind: 'not-ready' };
  const intake = { ...currentIntake(requisition), opensAt: now };
  return {
    kind: 'opened',
    changes: { state: 'open', intakes: [...requisition.intakes.slice(0, -1), intake] },
  };
}
