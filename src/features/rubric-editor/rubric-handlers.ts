import { mayInRequisition } from '../../core/access/requisition-access.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import type { FormState } from '../../http/form-state.ts';
import { notFound, type PageReply, type Reply } from '../../http/reply.ts';
import { findVersion } from './find-version.ts';
import { loadRubric } from './load-rubric.ts';
import { rubricPage } from './rubric-page.ts';
import { versionPage } from './version-page.ts';

interface Base {
  readonly actor: Actor;
  readonly requisition: Requisition;
}

/** The rubric's own page; with a form, the one to begin a draft as it was filled in. */
export async function showRubric(
  deps: Deps,
  { actor, requisition }: Base,
  form: FormState | null = null,
): Promise<PageReply> {
  const mayEdit = mayInRequisition(actor, 'edit-rubric', requisition) === 'allowed';
  const [at, roles] = await Promise.all([
    loadRubric(deps, requisition),
    mayEdit ? deps.stores.requisitions.listForMember(actor.organisationId, actor.personId) : [],
  ]);
  const others = roles.filter((role) => role.id !== requisition.id);
  return rubricPage({ actor, at, mayEdit, others, form, now: deps.clock() });
}

export function rubricHandlers(deps: Deps) {
  return {
    show: (about: Base): Promise<Reply> => showRubric(deps, about),

    async showVersion({ actor, requisition, params }: Base & { params: { number: number } }): Promise<Reply> {
      const found = await findVersion(deps, requisition, params.number);
      return found === null ? notFound : versionPage({ actor, ...found, from: 'role' });
    },
  };
}
