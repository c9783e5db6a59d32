import { mayInRequisition } from '../../../core/access/requisition-access.ts';
import { BULK_STAGES, whyLeftOut, type BulkWish } from '../../../core/applicant/bulk-action.ts';
import type { Actor } from '../../../core/person/person.ts';
import type { Requisition } from '../../../core/requisition/requisition.ts';
import {
  errorOf,
  fieldFor,
  summaryFor,
  textareaFor,
  textOf,
  type FormState,
} from '../../../http/form-state.ts';
import type { Field, RadioCards, Textarea } from '../../../http/parts.ts';
import type { PageReply } from '../../../http/reply.ts';
import { blindWords } from '../../../presentation/blind-words.ts';
import { formatCount } from '../../../presentation/format-count.ts';
import { stageChip } from '../../../presentation/standing-words.ts';
import type { BulkSummary } from '../../../store/bulk-action-store.ts';
import { leftOutLines } from './left-out-words.ts';
import { recentActions } from './recent-actions.ts';
import { MOST_AT_ONCE, type Selection } from './select-people.ts';

interface BulkPage {
  readonly actor: Actor;
  readonly requisition: Requisition;
  readonly selection: Selection;
  /** One action, however often its button is pressed. */
  readonly id: string;
  readonly mail: keyof typeof NO_MAIL | 'on';
  readonly recent: readonly BulkSummary[];
  readonly form: FormState;
}

type Kind = Exclude<BulkWish['kind'], 'move-back'>;

/** One thing that can be done, whom it reaches, and who is left out and why, before anything is done. */
interface ActionCard {
  readonly kind: Kind;
  readonly heading: string;
  readonly note: string;
  /** Why nothing of it can be done; null where it can. */
  readonly off: string | null;
  readonly reached: number;
  readonly leftOut: ReturnType<typeof leftOutLines>;
  readonly radios: RadioCards | null;
  readonly reason: Textarea | null;
  readonly until: Field | null;
  readonly submit: string;
}

export function bulkPage(page: BulkPage): PageReply {
  const { actor, requisition, selection, id, form } = page;
  const at = `/requisitions/${requisition.id}`;
  const vm = {
    breadcrumb: {
      links: [
        { label: requisition.title, href: at },
        { label: 'Applicants', href: `${at}/applicants` },
      ],
      here: 'Several at once',
    },
    header: {
      heading: `For ${formatCount(selection.people.length, 'applicant', 'applicants')} at once`,
      sub: `${requisition.title} · ${blindWords(requisition)}`,
      chips: [],
      buttons: [],
    },
    summary: summaryFor(form),
    more: selection.more
      ? `More match than one action takes. These are the first ${formatCount(selection.people.length, 'applicant', 'applicants')} of at most ${MOST_AT_ONCE.toLocaleString('en')}; repeat it for the others.`
      : null,
    empty:
      selection.people.length === 0
        ? {
            heading: 'Nobody is chosen',
            text: 'Tick applicants in the list, or take everybody whom its filter keeps.',
            buttons: [],
          }
        : null,
    away: leftOutLines(selection.away),
    labels: selection.people.map(({ label }) => label).join(', '),
    id,
    applicants: selection.people.map(({ applicantId }) => applicantId).join(' '),
    action: `${at}/bulk-actions`,
    exporting:
      selection.people.length === 0
        ? null
        : {
            action: `${at}/exports/chosen`,
            count: formatCount(selection.people.length, 'applicant', 'applicants'),
            intake: selection.people[0]?.intakeId ?? '',
          },
    cards: cardsOf(page, mayInRequisition(actor, 'invite', requisition) === 'allowed'),
    recent: recentActions(requisition, page.recent),
    back: `${at}/applicants`,
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'applicant-comparison/bulk',
    title: `Several applicants, ${requisition.title}`,
    simulated: requisition.simulated,
    vm,
  };
}

const NO_MAIL = {
  off: 'Mails are not sent by this installation: nobody has set up a mail server. Hand the link over on the invitation page instead.',
  simulated: 'The applicants of this role are simulated, so no mail is sent to them.',
} as const;

function cardsOf(page: BulkPage, mayInvite: boolean): readonly ActionCard[] {
  const { form, mail } = page;
  const off = mail === 'on' ? null : NO_MAIL[mail];
  const none = { radios: null, reason: null, until: null };
  const move: ActionCard = {
    ...aboutOf(page, 'move'),
    heading: 'Move to another stage',
    note: 'Each move is recorded with your name and this reason, and can be undone afterwards. Offers and rejections are written one by one, because each of them tells a person something.',
    radios: stageRadios(page),
    reason: textareaFor(form, {
      name: 'reason',
      label: 'Reason',
      hint: 'It has to do with the job, and it holds for each of them. It stays on record.',
      rows: 3,
    }),
    until: null,
    submit: 'Move them',
  };
  const invite: ActionCard = {
    ...aboutOf(page, 'invite'),
    ...none,
    off,
    heading: 'Send the invitation again',
    note: 'The same link once more, by mail, to everybody who has not begun.',
    submit: 'Send it again',
  };
  const remind: ActionCard = {
    ...aboutOf(page, 'remind'),
    ...none,
    off,
    heading: 'Remind',
    note: 'A mail to everybody who was invited or has begun. Nobody gets two in a day.',
    submit: 'Remind them',
  };
  const extend: ActionCard = {
    ...aboutOf(page, 'extend'),
    ...none,
    heading: 'Let them begin longer',
    note: 'The links of those who have not begun work until the end of that day. It cannot be made shorter afterwards.',
    until: fieldFor(form, {
      name: 'until',
      label: 'Until',
      hint: 'A day within the next 90 days.',
      type: 'date',
    }),
    submit: 'Extend the links',
  };
  const end: ActionCard = {
    ...aboutOf(page, 'end-invitation'),
    ...none,
    heading: 'End the invitations',
    note: 'Every link of those who have not begun stops working. A new link can be given on the invitation page. Withdrawing stays the applicant’s own.',
    submit: 'End the invitations',
  };
  return [move, ...(mayInvite ? [invite, remind, extend, end] : [])];
}

function aboutOf({ selection, requisition }: BulkPage, kind: Kind) {
  const judged = selection.people.map((person) => ({
    label: person.label,
    why: whyLeftOut({ kind }, person, requisition),
  }));
  const leftOut = judged.flatMap(({ label, why }) => (why === null ? [] : [{ label, why }]));
  return { kind, off: null, reached: judged.length - leftOut.length, leftOut: leftOutLines(leftOut) };
}

function stageRadios({ selection, requisition, form }: BulkPage): RadioCards {
  const typed = textOf(form, 'to');
  return {
    id: 'to',
    name: 'to',
    label: 'Move to',
    hint: null,
    error: errorOf(form, 'to'),
    value: typed === '' ? null : typed,
    required: true,
    options: BULK_STAGES.map((to) => {
      const why = selection.people.map((person) => whyLeftOut({ kind: 'move', to }, person, requisition));
      const there = why.filter((one) => one === 'there-already').length;
      const moved = why.filter((one) => one === null).length;
      return {
        value: to,
        label: stageChip(to).label,
        hint: `${formatCount(moved, 'applicant moves', 'applicants move')}${there === 0 ? '' : `, ${there} there already`}`,
      };
    }),
  };
}
