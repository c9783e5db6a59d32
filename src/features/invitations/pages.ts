import type { InvitationState } from '../../core/applicant/invitation-state.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import { summaryFor, textareaFor, type FormState } from '../../http/form-state.ts';
import type { Chip, CopyLink, EmptyState, PageHeader, Pagination } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { requisitionTabs } from '../../http/requisition-tabs.ts';
import type { InvitationLine } from './list-invitations.ts';

interface Listed {
  readonly lines: readonly InvitationLine[];
  readonly next: string | null;
  readonly after: string | null;
}

const STATES: Readonly<Record<InvitationState, Chip>> = {
  invited: { label: 'Invited', look: 'plain' },
  started: { label: 'Started', look: 'accent' },
  finished: { label: 'Finished', look: 'ok' },
  ended: { label: 'Link ended', look: 'warn' },
};

/** The only page with names and addresses of applicants. Nothing on it can be joined to a label or a figure. */
export function invitationsPage(
  actor: Actor,
  requisition: Requisition,
  listed: Listed,
  form: FormState,
): PageReply {
  const { id, title, simulated } = requisition;
  const header: PageHeader = { heading: 'Invitations', sub: title, chips: [], buttons: [] };
  const action = `/requisitions/${id}/invitations`;
  const vm = {
    breadcrumb: {
      links: [
        { label: 'Roles', href: '/requisitions' },
        { label: title, href: `/requisitions/${id}` },
      ],
      here: 'Invitations',
    },
    header,
    tabs: requisitionTabs(actor, requisition, 'Invitations'),
    summary: summaryFor(form),
    action,
    people:
      requisition.state === 'open'
        ? textareaFor(form, {
            name: 'people',
            label: 'People to invite',
            hint: 'One a line: a name and an address, such as “Ana Ruiz <ana@example.org>”, or the address alone.',
            rows: 5,
          })
        : null,
    notOpen: requisition.state === 'open' ? null : notOpenState(requisition),
    lines: listed.lines.map(lineOf),
    pagination: paginationOf(action, listed),
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

function lineOf(line: InvitationLine, index: number) {
  const { invitationId, name, email, state, invitedAt, linkExpiresAt, link } = line;
  return {
    invitationId,
    name,
    email,
    chip: STATES[state],
    dates:
      state === 'invited'
        ? `Invited on ${dateOf(invitedAt)}. The link lets them begin until ${dateOf(linkExpiresAt)}.`
        : `Invited on ${dateOf(invitedAt)}.`,
    link: link === null ? null : copyLink(`link-${index + 1}`, name, link),
    mayRevoke: state === 'invited',
    mayRenew: state !== 'finished',
  };
}

const copyLink = (id: string, name: string, value: string): CopyLink => ({
  id,
  label: `Link for ${name}`,
  hint: null,
  value,
  copyLabel: 'Copy link',
  copied: 'Copied',
});

const dateOf = (at: Date): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(at);

function paginationOf(action: string, { next, after, lines }: Listed): Pagination | null {
  if (next === null && after === null) return null;
  return {
    label: 'Pages of invitations',
    text: `${lines.length} on this page, the newest first`,
    previous: after === null ? null : { label: 'First page', href: action },
    next: next === null ? null : { label: 'Older', href: `${action}?after=${next}` },
  };
}
