import type { Requisition } from './requisition.ts';

export type RenameRequisition =
  | { readonly kind: 'renamed'; readonly changes: Pick<Requisition, 'title'> }
  | { readonly kind: 'same-title' | 'closed' };

/** The title of a draft or an open role. A closed one keeps the name under which people applied. */
export function renameRequisition(requisition: Requisition, title: string): RenameRequisition {
  if (requisition.state !== 'draft' && requisition.state !== 'open') return { kind: 'closed' };
  if (requisition.title === title) return { kind: 'same-title' };
  return { kind: 'renamed', changes: { title } };
}
