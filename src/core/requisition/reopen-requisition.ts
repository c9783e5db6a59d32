import type { Requisition } from './requisition.ts';

export type ReopenRequisition =
  | {
      readonly kind: 'reopened';
      readonly changes: Pick<Requisition, 'state' | 'closedAt' | 'eraseAt' | 'eraseBegunAt'>;
    }
  | { readonly kind: 'not-closed' | 'being-erased' };

/** Takes the closing back with the date on which applicants were to be erased. Not while they are being erased. */
export function reopenRequisition({ state, eraseAt, eraseBegunAt }: Requisition): ReopenRequisition {
  if (state !== 'closed') return { kind: 'not-closed' };
  if (eraseAt !== null && eraseBegunAt !== null) return { kind: 'being-erased' };
  return {
    kind: 'reopened',
    changes: { state: 'open', closedAt: null, eraseAt: null, eraseBegunAt: null },
  };
}
