import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { emptyForm, type FormState } from '../../http/form-state.ts';
import { notFound, redirect, type Flash, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { askForInvitation, askForReminder, type Asked } from './ask-for-mail.ts';
import { changeLink } from './change-link.ts';
import { correctContact } from './correct-contact.ts';
import { extendLink, MOST_DAYS } from './extend-link.ts';
import { findInvited } from './list-invitations.ts';
import { mailMode } from './mail-mode.ts';
import { personPage } from './person-page.ts';
import type { Contact, Place } from './requests.ts';

interface One {
  readonly actor: Actor;
  readonly requisition: Requisition;
  readonly params: { readonly invitationId: string };
}
type Typed = One & { readonly raw: RawFields; readonly problems: readonly FieldProblem[] };

const ASKED: Readonly<Record<Exclude<Asked, 'not-found'>, Flash>> = {
  asked: { kind: 'ok', text: 'The mail is on its way.' },
  'no-mail': { kind: 'warn', text: 'No mail leaves this role. Copy the link and send it yourself.' },
  'not-now': {
    kind: 'warn',
    text: 'Nothing was sent: the person has finished, the link has ended, or a mail is on its way already.',
  },
  'reminded-lately': {
    kind: 'warn',
    text: 'Nothing was sent: this person was reminded less than a day ago. Try again tomorrow.',
  },
};

const UNTIL = {
  past: 'Choose a day that is not over.',
  'too-far': `Choose a day within the next ${MOST_DAYS} days.`,
  'no-later': 'The link lets them begin as long already. Choose a later day.',
  withdrawn: 'This person has withdrawn and does not want to begin.',
  begun: 'This person has begun. What was begun has its own end, which the receipt and the mail name.',
  'not-open': 'The role is not open, so nobody can begin.',
} as const;

/** What is done for one invited person. */
export function personHandlers(deps: Deps) {
  async function show({ requisition, params }: One, form: FormState): Promise<Reply> {
    const found = await findInvited(deps, requisition, params.invitationId);
    if (found === null) return notFound;
    const mode = mailMode(deps, requisition);
    return personPage(requisition, { line: found.line, mode, form, now: deps.clock() });
  }

  async function refuse(
    one: One,
    values: RawFields,
    problem: FieldProblem,
    status: 409 | 422,
  ): Promise<Reply> {
    const page = await show(one, { values, problems: [problem] });
    return page.kind === 'page' ? { ...page, status } : page;
  }

  async function correct(input: One & { body: Contact }): Promise<Reply> {
    const { actor, requisition, params, body } = input;
    const values = { name: body.name, email: body.email, reference: body.reference ?? '' };
    const outcome = await correctContact(deps, actor, requisition, params.invitationId, body);
    const problem = (field: string | null, message: string, status: 409 | 422) =>
      refuse(input, values, { field, message }, status);
    switch (outcome) {
      case 'not-found':
        return notFound;
      case 'address-invited':
        return problem('email', 'This address is invited to this role already.', 422);
      case 'changed-meanwhile':
        return problem(
          null,
          'Somebody changed this person meanwhile. Compare with the line at the top, then save again.',
          409,
        );
      case 'corrected':
        return redirect(addressOf(input), { kind: 'ok', text: 'Saved.' });
      case 'link-renewed':
        return redirect(addressOf(input), { kind: 'ok', text: renewedWords(requisition) });
    }
  }

  const renewedWords = (requisition: Requisition): string =>
    mailMode(deps, requisition) === 'on'
      ? 'Saved. The old link has stopped working; the new one goes to the new address.'
      : 'Saved. The old link has stopped working. Copy the new one and send it.';

  async function extend(input: One & { body: { until: string } }): Promise<Reply> {
    const { actor, requisition, params, body } = input;
    const outcome = await extendLink(deps, actor, requisition, params.invitationId, body.until);
    if (outcome === 'not-found') return notFound;
    if (outcome !== 'extended')
      return refuse(
        input,
        body,
        { field: 'until', message: UNTIL[outcome] },
        outcome === 'begun' || outcome === 'withdrawn' ? 409 : 422,
      );
    return redirect(addressOf(input), { kind: 'ok', text: 'Saved. The person can begin until that day.' });
  }

  async function change(input: One, to: 'renewed' | 'revoked'): Promise<Reply> {
    const { actor, requisition, params } = input;
    const outcome = await changeLink(deps, actor, requisition, params.invitationId, to);
    if (outcome === 'not-found') return notFound;
    const text =
      to === 'renewed'
        ? 'The new link is below. Every earlier link of this person has stopped working.'
        : 'Every link of this person has stopped working.';
    return redirect(addressOf(input), { kind: 'ok', text });
  }

  const toList = (input: One & { body: Place }, outcome: Asked): Reply =>
    outcome === 'not-found' ? notFound : redirect(listAddress(input), ASKED[outcome]);

  return {
    show: (input: One): Promise<Reply> => show(input, emptyForm),
    correct,
    extend,
    typedAgain: (input: Typed): Promise<Reply> =>
      show(input, { values: input.raw, problems: input.problems }),
    renew: (input: One): Promise<Reply> => change(input, 'renewed'),
    revoke: (input: One): Promise<Reply> => change(input, 'revoked'),
    sendAgain: async (input: One & { body: Place }): Promise<Reply> =>
      toList(input, await askForInvitation(deps, input.actor, input.requisition, input.params.invitationId)),
    remind: async (input: One & { body: Place }): Promise<Reply> =>
      toList(input, await askForReminder(deps, input.actor, input.requisition, input.params.invitationId)),
  };
}

const addressOf = ({ requisition, params }: One): string =>
  `/requisitions/${requisition.id}/invitations/${params.invitationId}`;

/** The page of the list on which the button stood. */
function listAddress({ requisition, body }: One & { body: Place }): string {
  const query = new URLSearchParams(body as Record<string, string>).toString();
  return `/requisitions/${requisition.id}/invitations${query === '' ? '' : `?${query}`}`;
}
