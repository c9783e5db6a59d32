import { mayGiveView, type MayGiveView } from '../../core/decision/independent-view.ts';
import type { ApplicantId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { applicantGone } from '../../http/applicant-gone.ts';
import { emptyForm, textOf, type FormState } from '../../http/form-state.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { staffEvent } from '../../ops/new-event.ts';
import { findViews, type Views } from './find-views.ts';
import type { ViewForm } from './requests.ts';
import { viewsPage } from './views-page.ts';

interface About {
  readonly actor: Actor;
  readonly requisition: Requisition;
  readonly params: { readonly applicantId: ApplicantId };
}

const REFUSALS: Readonly<Record<Exclude<MayGiveView, 'may-give'>, string>> = {
  withdrawn: 'The applicant has withdrawn, and nothing was kept.',
  decided: 'It was decided meanwhile, and your view was not kept.',
  'given-before': 'You gave your view before. It stands as it was; what you typed now was not kept.',
};

export function viewHandlers(deps: Deps) {
  async function show({ actor, requisition, params }: About, form: FormState): Promise<Reply> {
    const views = await findViews(deps, requisition, params.applicantId);
    return views === null
      ? applicantGone(requisition, [textOf(form, 'reason')])
      : viewsPage(actor, views, form);
  }

  async function refuse(about: About, values: RawFields, kind: keyof typeof REFUSALS): Promise<Reply> {
    const page = await show(about, { values, problems: [{ field: null, message: REFUSALS[kind] }] });
    return page.kind === 'page' ? { ...page, status: 409 } : page;
  }

  return {
    show: (about: About): Promise<Reply> => show(about, emptyForm),

    async give(input: About & { body: ViewForm }): Promise<Reply> {
      const { actor, requisition, params, body } = input;
      const views = await findViews(deps, requisition, params.applicantId);
      if (views === null) return applicantGone(requisition, [body.reason]);
      const may = mayGiveView(views.applicant, actor.personId, views.given);
      if (may !== 'may-give') return refuse(input, body, may);
      if (!(await store(deps, actor, views, body))) return refuse(input, body, 'given-before');
      void deps.relay.soon();
      return redirect(`/requisitions/${requisition.id}/applicants/${params.applicantId}/views`, {
        kind: 'ok',
        text: 'Your view is in. It stays as it is.',
      });
    },

    giveAgain: (input: About & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> =>
      show(input, { values: input.raw, problems: input.problems }),
  };
}

function store(deps: Deps, actor: Actor, { applicant, asked }: Views, body: ViewForm): Promise<boolean> {
  const at = deps.clock();
  const { organisationId, requisitionId, id: applicantId } = applicant;
  const { personId } = actor;
  const capacity = asked.find((one) => one.personId === personId)?.view ?? null;
  const event = staffEvent(personId, {
    type: 'independent-view-given',
    at,
    organisationId,
    facts: { requisitionId, applicantId },
  });
  const view = { organisationId, requisitionId, applicantId, personId, capacity, at, ...body };
  return deps.stores.independentViews.insert(view, [event]);
}
