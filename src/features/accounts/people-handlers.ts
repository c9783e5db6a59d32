import type { PersonId } from '../../core/kernel/ids.ts';
import type { Actor, Role } from '../../core/person/person.ts';
import type { Deps } from '../../deps.ts';
import { emptyForm } from '../../http/form-state.ts';
import { notFound, redirect, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { changePerson, invitePerson, renewJoinLink, signOutEverywhere } from './change-people.ts';
import { joinLink } from './join.ts';
import { peoplePage, personPage } from './pages.ts';

interface About {
  readonly actor: Actor;
  readonly params: { readonly personId: string };
}

const REFUSALS = {
  'changed-meanwhile':
    'Somebody changed this person meanwhile. Below is how it is now; make your change again.',
  'last-owner': 'This is the last active owner. Make somebody else an owner first.',
} as const;

export function peopleHandlers(deps: Deps) {
  async function show({ actor, params }: About, link: string | null, problems: readonly FieldProblem[] = []) {
    const person = await deps.stores.people.find(actor.organisationId, params.personId as PersonId);
    return person === null ? notFound : personPage(person, link, { values: {}, problems });
  }

  async function change(
    input: About & { body: { rev: number } },
    changes: { roles?: readonly Role[]; state?: 'active' | 'deactivated' },
  ): Promise<Reply> {
    const person = await deps.stores.people.find(
      input.actor.organisationId,
      input.params.personId as PersonId,
    );
    if (person === null) return notFound;
    const outcome =
      person.rev === input.body.rev
        ? await changePerson(deps, input.actor, person, changes)
        : 'changed-meanwhile';
    if (outcome === 'changed') return redirect(`/people/${person.id}`, { kind: 'ok', text: 'Changed.' });
    const page = await show(input, null, [{ field: null, message: REFUSALS[outcome] }]);
    return page.kind === 'page' ? { ...page, status: 409 } : page;
  }

  return {
    async list({ actor }: { actor: Actor }): Promise<Reply> {
      return peoplePage(await deps.stores.people.list(actor.organisationId), emptyForm);
    },

    async invite(input: {
      actor: Actor;
      body: { name: string; email: string; roles: readonly Role[] };
    }): Promise<Reply> {
      const outcome = await invitePerson(deps, input.actor, input.body);
      if (outcome.kind === 'invited') {
        return showWithLink(outcome.personId, joinLink(deps, outcome.personId, 0), input.actor);
      }
      const message = 'This address cannot be added. It may belong to an account already.';
      const people = await deps.stores.people.list(input.actor.organisationId);
      return {
        ...peoplePage(people, { values: input.body, problems: [{ field: 'email', message }] }),
        status: 422,
      };
    },

    async inviteAgain(input: {
      actor: Actor;
      raw: RawFields;
      problems: readonly FieldProblem[];
    }): Promise<Reply> {
      const people = await deps.stores.people.list(input.actor.organisationId);
      return peoplePage(people, { values: input.raw, problems: input.problems });
    },

    show: (input: About): Promise<Reply> => show(input, null),

    changeRoles: (input: About & { body: { roles: readonly Role[]; rev: number } }): Promise<Reply> =>
      change(input, { roles: input.body.roles }),

    changeRolesAgain: (input: About & { problems: readonly FieldProblem[] }): Promise<Reply> =>
      show(input, null, input.problems),

    changeState: (
      input: About & { body: { state: 'active' | 'deactivated'; rev: number } },
    ): Promise<Reply> => change(input, { state: input.body.state }),

    async renewLink(input: About): Promise<Reply> {
      const link = await renewJoinLink(deps, input.actor, input.params.personId as PersonId);
      return link === null ? notFound : show(input, link);
    },

    async signOut({ actor, params }: About): Promise<Reply> {
      await signOutEverywhere(deps, actor, params.personId as PersonId);
      return redirect(`/people/${params.personId}`, { kind: 'ok', text: 'Signed out on every device.' });
    },
  };

  function showWithLink(personId: PersonId, link: string, actor: Actor): Promise<Reply> {
    return show({ actor, params: { personId } }, link);
  }
}
