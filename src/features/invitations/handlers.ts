import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { emptyForm, type FormState } from '../../http/form-state.ts';
import { redirect, type PageReply, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { formatCount } from '../../presentation/format-count.ts';
import { askForFailed } from './ask-for-mail.ts';
import { inviteApplicants, type LineProblem } from './invite-applicants.ts';
import { listInvitations } from './list-invitations.ts';
import { mailMode } from './mail-mode.ts';
import { invitationsPage } from './pages.ts';
import { previewInvitation, type MailPreview } from './preview-mail.ts';
import { previewPage } from './preview-page.ts';
import type { Place } from './requests.ts';

interface About {
  readonly actor: Actor;
  readonly requisition: Requisition;
}

interface Extra {
  readonly form: FormState;
  readonly place?: Place;
  readonly preview?: MailPreview;
}

const LINE_PROBLEMS: Readonly<Record<LineProblem['kind'], string>> = {
  'no-address': 'there is no e-mail address',
  'broken-address': 'the e-mail address is not whole',
  'two-addresses': 'there are two addresses; write one person a line',
  long: 'the name or the address is too long',
  twice: 'this address stands further up already',
  'invited-already': 'this address is invited already; its link is in the list below',
};

/** The list of invited people and the form above it. */
export function invitationHandlers(deps: Deps) {
  async function show(
    { actor, requisition }: About,
    { form, place = {}, preview }: Extra,
  ): Promise<PageReply> {
    const list = await listInvitations(deps, actor, requisition, place);
    const mode = mailMode(deps, requisition);
    return invitationsPage(actor, requisition, {
      list,
      mode,
      form,
      preview: preview ?? null,
      now: deps.clock(),
    });
  }

  const refuse = async (about: About, people: string, messages: readonly string[], status = 422) => ({
    ...(await show(about, {
      form: { values: { people }, problems: messages.map((message) => ({ field: 'people', message })) },
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
          text: `${formatCount(outcome.count, 'person is', 'people are')} invited. ${nextStep(requisition)}`,
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

  const nextStep = (requisition: Requisition): string =>
    mailMode(deps, requisition) === 'on' ? 'Their mail is on its way.' : 'Copy each link below and send it.';

  return {
    show: (input: About & { query: Place }): Promise<Reply> =>
      show(input, { form: emptyForm, place: input.query }),
    invite,
    inviteAgain: (input: About & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> =>
      show(input, { form: { values: input.raw, problems: input.problems } }),

    async preview({ requisition }: About): Promise<Reply> {
      const preview = await previewInvitation(deps, requisition, '');
      return previewPage(requisition, mailMode(deps, requisition), preview);
    },

    /** The mail stands above the form, which keeps what was typed. */
    async previewTyped(input: About & { body: { people: string } }): Promise<Reply> {
      const preview = await previewInvitation(deps, input.requisition, input.body.people);
      return show(input, { form: { values: input.body, problems: [] }, preview });
    },

    async sendFailed({ actor, requisition }: About): Promise<Reply> {
      const count = await askForFailed(deps, actor, requisition);
      const text = `${formatCount(count, 'mail is', 'mails are')} on the way again.`;
      return redirect(`/requisitions/${requisition.id}/invitations`, { kind: 'ok', text });
    },
  };
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
