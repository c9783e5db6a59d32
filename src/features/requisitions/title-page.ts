import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import { fieldFor, summaryFor, type FormState } from '../../http/form-state.ts';
import type { PageReply } from '../../http/reply.ts';
import { frameOf, OVERTAKEN } from './page-frame.ts';

/** Another name for a role; `stored` is the name that somebody else gave it meanwhile. */
export function titlePage(
  actor: Actor,
  requisition: Requisition,
  form: FormState,
  stored: string | null,
): PageReply {
  const { id, title, simulated } = requisition;
  const vm = {
    ...frameOf(actor, requisition, 'Rename the role'),
    summary: summaryFor(form),
    overtaken: stored === null ? null : OVERTAKEN,
    stored,
    action: `/requisitions/${id}/title`,
    back: `/requisitions/${id}`,
    rev: String(requisition.rev),
    title: fieldFor(form, {
      name: 'title',
      label: 'Job title',
      hint: 'Candidates read it on their pages from now on, also those who have begun.',
    }),
  };
  const view = 'requisitions/title';
  return { kind: 'page', layout: 'staff', view, title: `Rename: ${title}`, vm, simulated };
}
