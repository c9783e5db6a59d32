import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { emptyForm, type FormState } from '../../http/form-state.ts';
import { notFound, redirect, type PageReply, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { changeLink } from './change-link.ts';
import { inviteApplicants, type LineProblem } from './invite-applicants.ts';
import { listInvitations } from './list-invitations.ts';
import { invitationsPage } from './pages.ts';

interface About {
  readonly actor: Actor;
  readonly requisition: Requisition;
}
type OneLink = About & { readonly params: { readonly invitationId: string } };

const LINE_PROBLEMS: Readonly<Record<LineProblem['kind'], string>> = {
  'no-address': 'there is no e-mail address',
  'broken-address': 'the e-mail address is not whole',
  'two-addresses': 'there are two addresses; write one person a line',
  long: 'the name or the address is too long',
  twice: 'this address stands further up already',
  'invited-already': 'this address is invited already; its link is in the list below',
};

export function invitationHandlers(deps: Deps) {
  async function show(about: About, form: FormState, after: string | null = null): Promise<PageReply> {
    const { actor, requisition } = about;
    const list = await listInvitations(deps, actor, requisition, after);
    return invitationsPage(actor, requisition, { ...list, after }, form);
  }

  const refuse = async (about: About, people: string, messages: readonly string[], status = 422) => ({
    ...(await show(about, {
      values: { people },
      problems: messages.map((message) => ({ field: 'people', message })),
    })),
    status,
  });

  async function invite(input: About & { body: { people: string } }): Promise<Reply> {
    const { actor, requisition, body } = input;
    const outcome = await inviteApplicants(deps, actor, requisition, body.people);
    switch (outcome.kind) {
      case 'invited':
        return redirect(`/requisitions/${requisition.id}/invitations`, {
          kind: 'ok',
          text: `${outcome.count === 1 ? '1 person is' : `${outcome.count} people are`} invited. Copy each link below and send it.`,
        });
      case 'refused':
        return refuse(
          input,
          body.people,
          outcome.problems.map(
            ({ line, kind, text }) => `Line ${line}, “${shortened(text)}”: ${LINE_PROBLEMS[kind]}.`,
          ),
        );
      case 'too-many':
        return refuse(input, body.people, [`Invite at most ${outcome.most} people at once.`]);
      case 'not-open':
        return refuse(input, body.people, ['The role is not open. Open it first, then invite.'], 409);
    }
  }

  async function change({ actor, requisition, params }: OneLink, to: 'renewed' | 'revoked'): Promise<Reply> {
    const outcome = await changeLink(deps, actor, requisition, params.invitationId, to);
    if (outcome === 'not-found') return notFound;
    const text =
      to === 'renewed'
        ? 'The new link is below. Every earlier link of this person has stopped working.'
        : 'Every link of this person has stopped working.';
    return redirect(`/requisitions/${requisition.id}/invitations`, { kind: 'ok', text });
  }

  return {
    show: (input: About & { query: { after?: string | undefined } }): Promise<Reply> =>
      show(input, emptyForm, input.query.after ?? null),
    invite,
    inviteAgain: (input: About & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> =>
      show(input, { values: input.raw, problems: input.problems }),
    renew: (input: OneLink): Promise<Reply> => change(input, 'renewed'),
    revoke: (input: OneLink): Promise<Reply> => change(input, 'revoked'),
  };
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
