import type { ApplicantId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Deps } from '../../deps.ts';
import { emptyForm, type FormState } from '../../http/form-state.ts';
import { notFound, redirect, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import type { ErasureTarget } from '../../store/erasure-store.ts';
import { orderErasure } from './order-erasure.ts';
import { erasurePage, findPage, type FoundTarget } from './pages.ts';
import type { Erase, Find } from './requests.ts';

interface About {
  readonly actor: Actor;
  readonly params: { readonly applicantId: string };
}

export function erasureHandlers(deps: Deps) {
  async function withRole(target: ErasureTarget): Promise<FoundTarget> {
    const role = await deps.stores.requisitions.find(target.organisationId, target.requisitionId);
    return { target, roleTitle: role?.title ?? 'A role that is gone' };
  }

  /** Somebody of another organisation is not there. */
  async function load({ actor, params }: About): Promise<ErasureTarget | null> {
    const target = await deps.stores.erasure.findTarget(params.applicantId as ApplicantId);
    return target?.organisationId === actor.organisationId ? target : null;
  }

  async function show(about: About, form: FormState): Promise<Reply> {
    const target = await load(about);
    return target === null ? notFound : erasurePage(await withRole(target), form);
  }

  return {
    async find({ actor, query }: { actor: Actor; query: Find }): Promise<Reply> {
      const wanted = query.find ?? '';
      if (wanted === '') return findPage('', null);
      const found = await deps.stores.erasure.findTargets(actor.organisationId, wanted);
      return findPage(wanted, await Promise.all(found.map(withRole)));
    },

    show: (about: About): Promise<Reply> => show(about, emptyForm),

    async erase(input: About & { body: Erase }): Promise<Reply> {
      const target = await load(input);
      if (target === null) return notFound;
      if (input.body.label !== target.label) {
        const message = `This is not the label of this applicant. Type ${target.label}.`;
        const page = erasurePage(await withRole(target), {
          values: input.body,
          problems: [{ field: 'label', message }],
        });
        return { ...page, status: 422 };
      }
      await orderErasure(deps, input.actor.personId, target);
      await deps.relay.soon();
      return redirect(`/erasure/${target.id}`);
    },

    eraseAgain: (input: About & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> =>
      show(input, { values: input.raw, problems: input.problems }),
  };
}
