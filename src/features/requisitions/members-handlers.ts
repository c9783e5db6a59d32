import type { PersonId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import { addMember, removeMember } from '../../core/requisition/change-members.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { emptyForm, type FormState } from '../../http/form-state.ts';
import { redirect, type Flash, type PageReply, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { changeRequisition } from './change-requisition.ts';
import { membersPage } from './members-page.ts';
import { readRole, rereadRole } from './read-role.ts';

interface About {
  readonly actor: Actor;
  readonly requisition: Requisition;
}
type Input = About & { readonly body: { readonly rev: number; readonly personId: string } };

const REFUSALS = {
  'no-such-person': 'Choose a person of the list.',
  'member-already': 'This person is a member already.',
  'no-acting-role': 'This person holds no role that acts here. An owner can give them one.',
  'rates-here': 'This person has begun to rate here and cannot become a member of this role.',
  'not-a-member': 'This person is not a member any more.',
  'last-recruiter': 'A role keeps an active recruiter. Add another recruiter first.',
  'changed-meanwhile':
    'Somebody changed this role meanwhile. Below is how it is now; make your change again.',
} as const;

export function membersHandlers(deps: Deps) {
  const ratersOf = ({ organisationId, id }: Requisition) =>
    deps.stores.ratingBatches.listRaterIds(organisationId, id);

  async function show({ actor, requisition }: About, form: FormState): Promise<PageReply> {
    const [role, raters] = await Promise.all([readRole(deps, actor, requisition), ratersOf(requisition)]);
    return membersPage(role, raters, form);
  }

  async function refuse(input: Input, kind: keyof typeof REFUSALS): Promise<Reply> {
    const requisition = await rereadRole(deps, input.requisition);
    const problems = [{ field: kind === 'changed-meanwhile' ? null : 'personId', message: REFUSALS[kind] }];
    const page = await show(
      { actor: input.actor, requisition },
      { values: { personId: input.body.personId }, problems },
    );
    return { ...page, status: kind === 'changed-meanwhile' ? 409 : 422 };
  }

  async function store(
    { actor, requisition, body }: Input,
    type: 'member-added' | 'member-removed',
    members: readonly PersonId[],
  ): Promise<'changed' | 'changed-meanwhile'> {
    return changeRequisition(deps, {
      actor,
      requisition,
      rev: body.rev,
      type,
      changes: { members },
      facts: { personId: body.personId },
    });
  }

  async function add(input: Input): Promise<Reply> {
    const { actor, requisition, body } = input;
    const person = await deps.stores.people.find(actor.organisationId, body.personId as PersonId);
    if (person === null) return refuse(input, 'no-such-person');
    const outcome = addMember(requisition, person, await ratersOf(requisition));
    if (outcome.kind !== 'changed') return refuse(input, outcome.kind);
    const stored = await store(input, 'member-added', outcome.members);
    if (stored === 'changed-meanwhile') return refuse(input, stored);
    const flash: Flash = outcome.willNotRate
      ? { kind: 'warn', text: `${person.name} is a member now and will not rate in this role.` }
      : { kind: 'ok', text: `${person.name} is a member now.` };
    return redirect(`/requisitions/${requisition.id}/members`, flash);
  }

  async function remove(input: Input): Promise<Reply> {
    const { actor, requisition, body } = input;
    const people = await deps.stores.people.list(actor.organisationId);
    const outcome = removeMember(requisition, body.personId as PersonId, people);
    if (outcome.kind !== 'changed') return refuse(input, outcome.kind);
    const stored = await store(input, 'member-removed', outcome.members);
    if (stored === 'changed-meanwhile') return refuse(input, stored);
    const left = body.personId === actor.personId;
    return redirect(left ? '/requisitions' : `/requisitions/${requisition.id}/members`, {
      kind: 'ok',
      text: left ? 'You are not a member of that role any more.' : 'Removed.',
    });
  }

  return {
    show: (about: About): Promise<Reply> => show(about, emptyForm),
    add,
    addAgain: (input: About & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> =>
      show(input, { values: input.raw, problems: input.problems }),
    remove,
  };
}
