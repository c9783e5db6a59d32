import { linkExpiry } from '../../core/applicant/link-expiry.ts';
import type { InvitationState } from '../../core/applicant/invitation-state.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import { summaryFor, textareaFor, type FormState } from '../../http/form-state.ts';
import type {
  Breadcrumb,
  Chip,
  CopyLink,
  EmptyState,
  Notice,
  PageHeader,
  Pagination,
} from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { requisitionTabs } from '../../http/requisition-tabs.ts';
import { formatCount } from '../../presentation/format-count.ts';
import { formatDate } from '../../presentation/format-date.ts';
import type { InvitationLine, InvitationList } from './list-invitations.ts';
import type { MailMode } from './mail-mode.ts';
import { mailStateWords } from './mail-state-words.ts';
import { mayRemind, maySendAgain } from './may-mail.ts';
import type { MailPreview } from './preview-mail.ts';

export const STATES: Readonly<Record<InvitationState, Chip>> = {
  invited: { label: 'Invited', look: 'plain' },
  started: { label: 'Started', look: 'accent' },
  finished: { label: 'Finished', look: 'ok' },
  ended: { label: 'Link ended', look: 'warn' },
  withdrawn: { label: 'Withdrawn', look: 'plain' },
};

export const MODES: Readonly<Record<MailMode, string>> = {
  on: 'Everybody you invite gets a mail with their link within a minute.',
  'no-server': 'No mail server is set: copy the links and send them yourself.',
  simulated: 'This role is simulated: no mail ever leaves it. Its links can be copied and tried.',
};

/** Lists of people who need something. */
const ONLY = {
  failed: { heading: 'People whose mail could not be sent', empty: 'Every mail could be sent.' },
  asked: { heading: 'People who ask for a new link', empty: 'Nobody waits for a new link.' },
} as const;

interface Shown {
  readonly list: InvitationList;
  readonly mode: MailMode;
  readonly form: FormState;
  /** The mail to look at before inviting; null where nobody asked for it. */
  readonly preview: MailPreview | null;
  readonly now: Date;
}

/** The first of the few pages with names and addresses. Nothing on it can be joined to a label or a figure. */
export function invitationsPage(actor: Actor, requisition: Requisition, shown: Shown): PageReply {
  const { id, title, simulated } = requisition;
  const { list, mode, form, preview, now } = shown;
  const header: PageHeader = {
    heading: 'Invitations',
    sub: title,
    chips: [],
    buttons: [{ kind: 'link', label: 'Import a table', look: 'plain', href: `/requisitions/${id}/imports` }],
  };
  const action = `/requisitions/${id}/invitations`;
  const open = requisition.state === 'open';
  const onlyFailed = list.place.mail === 'failed';
  const only = onlyFailed ? 'failed' : list.place.link === 'asked' ? 'asked' : null;
  const vm = {
    breadcrumb: breadcrumbOf(requisition, 'Invitations'),
    header,
    tabs: requisitionTabs(actor, requisition, 'Invitations'),
    summary: summaryFor(form),
    action,
    mode: MODES[mode],
    mailGoes: mode === 'on',
    people: open ? peopleBox(form) : null,
    preview,
    notOpen: open ? null : notOpenState(requisition),
    failed: list.failed === 0 ? null : failedNotice(list.failed, action, onlyFailed),
    maySendFailed: list.failed > 0 && mode === 'on',
    heading: only === null ? 'Invited people' : ONLY[only].heading,
    all: only === null ? null : { label: 'Show everybody', href: action },
    empty: only === null ? 'Nobody is invited yet.' : ONLY[only].empty,
    after: list.place.after ?? '',
    onlyFailed,
    lines: list.lines.map((line, index) => lineOf(requisition, line, mode, index, now)),
    pagination: paginationOf(action, list),
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'invitations/invitations',
    title: `Invitations: ${title}`,
    vm,
    simulated,
  };
}

export const breadcrumbOf = ({ id, title }: Requisition, here: string): Breadcrumb => ({
  links: [
    { label: 'Roles', href: '/requisitions' },
    { label: title, href: `/requisitions/${id}` },
    ...(here === 'Invitations' ? [] : [{ label: 'Invitations', href: `/requisitions/${id}/invitations` }]),
  ],
  here,
});

const peopleBox = (form: FormState) =>
  textareaFor(form, {
    name: 'people',
    label: 'People to invite',
    hint: 'One a line: a name and an address, such as “Ana Ruiz <ana@example.org>”, or the address alone.',
    rows: 5,
  });

function failedNotice(count: number, action: string, onlyFailed: boolean): Notice {
  return {
    look: 'warn',
    heading: `${formatCount(count, 'mail', 'mails')} could not be sent`,
    lines: ['Correct the address where it is wrong. Where the mail server was in trouble, send all again.'],
    links: onlyFailed ? [] : [{ label: 'Show these people', href: `${action}?mail=failed` }],
  };
}

function notOpenState({ id, state }: Requisition): EmptyState {
  return state === 'draft'
    ? {
        heading: 'The role is still a draft',
        text: 'Finish its set-up and open it. Then you can invite applicants here.',
        buttons: [
          { kind: 'link', label: 'See what is missing', look: 'primary', href: `/requisitions/${id}` },
        ],
      }
    : {
        heading: 'The role is closed',
        text: 'Nobody can be invited any more. Assessments that were started run their full time.',
        buttons: [],
      };
}

function lineOf(requisition: Requisition, line: InvitationLine, mode: MailMode, index: number, now: Date) {
  const { invitationId, name, email, reference, state, link, mail } = line;
  return {
    invitationId,
    name,
    email: reference === null ? email : `${email} · ${reference}`,
    chip: STATES[state],
    dates: datesOf(line),
    mail: mail === null ? null : mailStateWords(mail),
    mailFailed: mail?.state === 'failed',
    link: link === null ? null : copyLink(`link-${index + 1}`, name, link),
    asked: askedOf(requisition, line, now),
    maySendAgain: mode === 'on' && maySendAgain(requisition, line),
    mayRemind: mode === 'on' && mayRemind(requisition, line),
  };
}

/** Somebody who asks for a new link, and the day that one click gives them; null where nobody asks or nobody may begin. */
export function askedOf({ state }: Requisition, { linkAskedAt }: InvitationLine, now: Date) {
  if (linkAskedAt === null || state !== 'open') return null;
  const until = linkExpiry(now);
  return {
    text: `Asked for a new link on ${formatDate(linkAskedAt)}.`,
    until: until.toISOString().slice(0, 10),
    button: `Let them begin until ${formatDate(until)}`,
  };
}

export const datesOf = ({ state, invitedAt, linkExpiresAt }: InvitationLine): string =>
  state === 'invited'
    ? `Invited on ${formatDate(invitedAt)}. The link lets them begin until ${formatDate(linkExpiresAt)}.`
    : `Invited on ${formatDate(invitedAt)}.`;

export const copyLink = (id: string, name: string, value: string): CopyLink => ({
  id,
  label: `Link for ${name}`,
  hint: null,
  value,
  copyLabel: 'Copy link',
  copied: 'Copied',
});

function paginationOf(action: string, { place, next, lines }: InvitationList): Pagination | null {
  const { after } = place;
  if (after === undefined && next === null) return null;
  return {
    label: 'Pages of invitations',
    text: `${lines.length} on this page, the newest first`,
    previous: after === undefined ? null : { label: 'First page', href: action },
    next: next === null ? null : { label: 'Older', href: `${action}?after=${next}` },
  };
}
