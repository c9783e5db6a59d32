import type { Requisition } from '../../core/requisition/requisition.ts';
import { fieldFor, summaryFor, type FormState } from '../../http/form-state.ts';
import type { Field } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { latestEnd, MOST_DAYS } from './extend-link.ts';
import type { InvitationLine } from './list-invitations.ts';
import type { MailMode } from './mail-mode.ts';
import { mailStateWords } from './mail-state-words.ts';
import { mayRemind, maySendAgain } from './may-mail.ts';
import { askedOf, breadcrumbOf, copyLink, datesOf, MODES, STATES } from './pages.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

interface Shown {
  readonly line: InvitationLine;
  readonly mode: MailMode;
  readonly form: FormState;
  readonly now: Date;
}

/** One invited person: what mail they got, and everything about their contact and link that can be changed. */
export function personPage(requisition: Requisition, { line, mode, form, now }: Shown): PageReply {
  const { invitationId, name, state, link, mail, remindedAt } = line;
  const vm = {
    breadcrumb: breadcrumbOf(requisition, name),
    header: { heading: name, sub: requisition.title, chips: [STATES[state]], buttons: [] },
    summary: summaryFor(form),
    action: `/requisitions/${requisition.id}/invitations/${invitationId}`,
    address: line.email,
    dates: datesOf(line),
    mail: mail === null ? noMail(mode) : mailStateWords(mail),
    reminded: remindedAt === null ? null : `Reminded on ${formatDate(remindedAt)}. One reminder a day.`,
    asked: askedOf(requisition, line, now),
    link: link === null ? null : copyLink('link', name, link),
    maySendAgain: mode === 'on' && maySendAgain(requisition, line),
    mayRemind: mode === 'on' && mayRemind(requisition, line),
    contact: contactFields(form, line),
    rev: String(line.rev),
    renewal: RENEWAL[mode],
    until: mayExtend(requisition, line) ? untilField(form, now) : null,
    mayRevoke: state === 'invited',
    mayRenew: state !== 'finished' && state !== 'withdrawn',
  };
  const { simulated } = requisition;
  return { kind: 'page', layout: 'staff', view: 'invitations/person', title: name, vm, simulated };
}

const RENEWAL: Readonly<Record<MailMode, string>> = {
  on: 'With another address the link is renewed, because the wrong person may have the old one. The new link is mailed.',
  'no-server':
    'With another address the link is renewed, because the wrong person may have the old one. Copy the new link and send it.',
  simulated: 'With another address the link is renewed, because the wrong person may have the old one.',
};

const noMail = (mode: MailMode): string =>
  mode === 'on' ? 'No mail was sent to this person yet.' : MODES[mode];

const mayExtend = ({ state }: Requisition, line: InvitationLine): boolean =>
  state === 'open' && (line.state === 'invited' || line.state === 'ended');

/** What was typed stands in a form that came back; else what is stored. */
function contactFields(form: FormState, { name, email, reference }: InvitationLine): readonly Field[] {
  const typed = 'email' in form.values;
  const shown: FormState = typed ? form : { ...form, values: { name, email, reference: reference ?? '' } };
  return [
    fieldFor(shown, { name: 'name', label: 'Name', autocomplete: 'off' }),
    fieldFor(shown, { name: 'email', label: 'E-mail address', type: 'email', autocomplete: 'off' }),
    fieldFor(shown, {
      name: 'reference',
      label: 'Own reference (optional)',
      hint: 'Such as the number in another system. Shown only here.',
      required: false,
      autocomplete: 'off',
    }),
  ];
}

const untilField = (form: FormState, now: Date): Field =>
  fieldFor(form, {
    name: 'until',
    label: 'Last day to begin',
    hint: `At most ${MOST_DAYS} days from today. The day ends at midnight UTC.`,
    type: 'date',
    min: dayOf(new Date(now.getTime() + DAY_MS)),
    max: dayOf(latestEnd(now)),
  });

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
