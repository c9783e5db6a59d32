import type { Actor } from '../../core/person/person.ts';
import { renameRequisition } from '../../core/requisition/rename-requisition.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import type { FormState } from '../../http/form-state.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { changeRequisition } from './change-requisition.ts';
import { rereadRole } from './read-role.ts';
import { titlePage } from './title-page.ts';

interface About {
  readonly actor: Actor;
  readonly requisition: Requisition;
}

const KEPT = { kind: 'warn', text: 'A closed role keeps its name.' } as const;

export function titleHandlers(deps: Deps) {
  const overview = ({ id }: Requisition): string => `/requisitions/${id}`;

  function show({ actor, requisition }: About, form: FormState): Reply {
    const changeable = requisition.state === 'draft' || requisition.state === 'open';
    return changeable ? titlePage(actor, requisition, form, null) : redirect(overview(requisition), KEPT);
  }

  async function rename(input: About & { body: { rev: number; title: string } }): Promise<Reply> {
    const { actor, requisition, body } = input;
    const outcome = renameRequisition(requisition, body.title);
    if (outcome.kind !== 'renamed') {
      return redirect(overview(requisition), outcome.kind === 'closed' ? KEPT : undefined);
    }
    const changed = await changeRequisition(deps, {
      actor,
      requisition,
      rev: body.rev,
      type: 'requisition-renamed',
      changes: outcome.changes,
    });
    if (changed === 'changed') {
      return redirect(overview(requisition), { kind: 'ok', text: 'The role has its new name.' });
    }
    const stored = await rereadRole(deps, requisition);
    const form = { values: { title: body.title }, problems: [] };
    return { ...titlePage(actor, stored, form, stored.title), status: 409 };
  }

  return {
    show: (about: About): Promise<Reply> =>
      Promise.resolve(show(about, { values: { title: about.requisition.title }, problems: [] })),
    rename,
    renameAgain: (input: About & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> =>
      Promise.resolve(show(input, { values: input.raw, problems: input.problems })),
  };
}
