import { CAPACITIES, type AskedPerson } from '../../core/decision/asked-people.ts';
import type { ApplicantId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { emptyForm, type FormState } from '../../http/form-state.ts';
import { notFound, redirect, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { staffEvent } from '../../ops/new-event.ts';
import { askPage } from './ask-page.ts';
import { findAsking, type Asking } from './find-asked.ts';
import type { AskForm } from './requests.ts';

interface About {
  readonly actor: Actor;
  readonly requisition: Requisition;
  readonly params: { readonly requisitionId: string; readonly applicantId?: ApplicantId };
}

const OVERTAKEN: FieldProblem = {
  field: null,
  message:
    'Somebody changed this list meanwhile, and nothing was overwritten. Save again to replace it with yours.',
};

export function askHandlers(deps: Deps) {
  async function show({ requisition, params }: About, form: FormState): Promise<Reply> {
    const asking = await findAsking(deps, requisition, params.applicantId ?? null);
    return asking === null ? notFound : askPage(asking, form);
  }

  return {
    show: (about: About): Promise<Reply> => show(about, emptyForm),

    async save(input: About & { body: AskForm }): Promise<Reply> {
      const { actor, requisition, params, body } = input;
      const asking = await findAsking(deps, requisition, params.applicantId ?? null);
      if (asking === null) return notFound;
      if (!(await store(deps, actor, asking, body))) {
        const page = await show(input, { values: body, problems: [OVERTAKEN] });
        return page.kind === 'page' ? { ...page, status: 409 } : page;
      }
      void deps.relay.soon();
      const role = `/requisitions/${requisition.id}`;
      const back = asking.applicant === null ? role : `${role}/applicants/${asking.applicant.id}`;
      return redirect(`${back}/asked`, { kind: 'ok', text: 'Saved.' });
    },

    again: (input: About & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> =>
      show(input, { values: input.raw, problems: input.problems }),
  };
}

async function store(deps: Deps, actor: Actor, asking: Asking, body: AskForm): Promise<boolean> {
  const { requisition, applicant } = asking;
  const { organisationId, id: requisitionId } = requisition;
  const applicantId = applicant?.id ?? null;
  const people = readPeople(asking, body);
  const event = staffEvent(actor.personId, {
    type: 'asked-people-changed',
    at: deps.clock(),
    organisationId,
    facts: { requisitionId, ...(applicantId === null ? {} : { applicantId }), people: people.length },
  });
  const list = { organisationId, requisitionId, applicantId, people, rev: Number(body.rev) };
  return deps.stores.askedPeople.save(list, [event]);
}

/** Only members count; anything that is no capacity asks for no view. */
const readPeople = ({ members }: Asking, body: AskForm): readonly AskedPerson[] =>
  members.flatMap(({ id }) => {
    const view = CAPACITIES.find((one) => one === body[`view-${id}`]) ?? null;
    const scorecard = body[`scorecard-${id}`] === 'yes';
    return view === null && !scorecard ? [] : [{ personId: id, view, scorecard }];
  });
