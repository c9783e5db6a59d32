import type { Actor } from '../../../core/person/person.ts';
import type { Requisition } from '../../../core/requisition/requisition.ts';
import type { Deps } from '../../../deps.ts';
import { emptyForm, textOf, type FormState } from '../../../http/form-state.ts';
import { notFound, redirect, type PageReply, type Reply } from '../../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../../http/route.ts';
import { newId } from '../../../ops/secrets.ts';
import { cleanQuery } from './requests.ts';
import { viewsPage } from './views-page.ts';

interface About {
  readonly actor: Actor;
  readonly requisition: Requisition;
}
type OfOne = About & { readonly params: { readonly viewId: string } };
interface Naming {
  readonly name: string;
  readonly shared: boolean;
}

export function viewHandlers({ stores }: Deps) {
  async function show({ actor, requisition }: About, list: string, form: FormState): Promise<PageReply> {
    const { organisationId, id } = requisition;
    const views = await stores.savedViews.list(organisationId, id, actor.personId);
    return viewsPage({ actor, requisition, views, list, form });
  }

  const keyOf = ({ actor: { personId }, requisition: { organisationId, id }, params }: OfOne) => ({
    id: params.viewId,
    organisationId,
    requisitionId: id,
    personId,
  });

  const toViews = ({ id }: Requisition, text: string): Reply =>
    redirect(`/requisitions/${id}/list-views`, { kind: 'ok', text });

  return {
    show: (input: About & { query: { list: string } }): Promise<Reply> =>
      show(input, input.query.list, emptyForm),

    async save(input: About & { body: Naming & { list: string } }): Promise<Reply> {
      const { actor, requisition, body } = input;
      const { organisationId, id: requisitionId } = requisition;
      const { name, shared, list: query } = body;
      const { personId } = actor;
      await stores.savedViews.insert({
        id: newId(),
        organisationId,
        requisitionId,
        personId,
        name,
        shared,
        query,
      });
      return toViews(requisition, 'Saved.');
    },

    async change(input: OfOne & { body: Naming }): Promise<Reply> {
      const changed = await stores.savedViews.change(keyOf(input), input.body);
      return changed ? toViews(input.requisition, 'Saved.') : notFound;
    },

    async remove(input: OfOne): Promise<Reply> {
      const removed = await stores.savedViews.remove(keyOf(input));
      return removed ? toViews(input.requisition, 'The view is deleted.') : notFound;
    },

    async typedAgain(input: About & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> {
      const form = { values: input.raw, problems: input.problems };
      return show(input, cleanQuery(textOf(form, 'list')), form);
    },
  };
}
