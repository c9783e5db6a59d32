import type { AdjustmentRequest } from '../../core/adjustment/adjustment-request.ts';
import { emptyForm, fieldFor } from '../../http/form-state.ts';
import type { Cell, Chip, Column, DataTable, FilterBar, Row } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { formatDate } from '../../presentation/format-date.ts';
import type { ErasureTarget } from '../../store/erasure-store.ts';
import { WANT_WORDS } from './words.ts';

export interface QueuedRequest {
  readonly request: AdjustmentRequest;
  readonly roleTitle: string;
  /** Where the applicant is now. */
  readonly attempt: string;
}

export interface FoundApplicant {
  readonly target: ErasureTarget;
  readonly roleTitle: string;
}

export interface Queue {
  readonly open: readonly QueuedRequest[];
  readonly more: boolean;
  readonly recent: readonly QueuedRequest[];
  readonly find: string;
  /** Null where nobody was looked for. */
  readonly found: readonly FoundApplicant[] | null;
  readonly now: Date;
}

/** What waits for an answer, the one that is due first on top, and the way to somebody who asked in another way. */
export function queuePage(queue: Queue): PageReply {
  const { open, more, recent, found, now } = queue;
  const vm = {
    header: {
      heading: 'Adjustments',
      sub: 'What candidates need to be different. You see a label instead of a name, and no scores.',
      chips: [],
      buttons: [],
    },
    table: tableFor('open', 'Waiting for an answer', {
      columns: ['Applicant', 'Role', 'Asked for', 'Answer by', 'Where they are'],
      rows: open.map((one) => openRow(one, now)),
      empty: 'Nothing waits. Requests of candidates appear here.',
      note: more ? 'Only the first ones are shown. The others follow as you answer.' : null,
    }),
    filter: filterOf(queue.find),
    found: found === null ? null : foundTable(found),
    recent:
      recent.length === 0
        ? null
        : tableFor('recent', 'Answered lately', {
            columns: ['Applicant', 'Role', 'Asked for', 'Asked on', 'Answer'],
            rows: recent.map(recentRow),
            empty: '',
            note: null,
          }),
  };
  return { kind: 'page', layout: 'staff', view: 'adjustments/queue', title: 'Adjustments', vm };
}

const text = (words: string, sub: string | null = null): Cell => ({ kind: 'text', text: words, sub });

function tableFor(
  id: string,
  heading: string,
  given: { columns: readonly string[]; rows: Row[]; empty: string; note: string | null },
): DataTable {
  const columns = given.columns.map((label): Column => ({
    label,
    labelHidden: false,
    align: 'start',
    sort: null,
  }));
  return { id, heading, headingHidden: false, sortsInPlace: false, ...given, columns };
}

/** What was asked for, in a few words. */
export function askedFor({ origin, wants, text: said }: AdjustmentRequest): string {
  if (origin === 'rating') return 'A response in another language';
  const words = wants.map((want) => WANT_WORDS[want]);
  if (words.length > 0) return words.join(', ');
  return said === '' ? 'Opened by staff' : 'Something else, in own words';
}

const linkOf = ({ id, label }: AdjustmentRequest): Cell => ({
  kind: 'link',
  text: label,
  href: `/adjustments/requests/${id}`,
  sub: null,
});

function openRow({ request, roleTitle, attempt }: QueuedRequest, now: Date): Row {
  const day = formatDate(request.dueAt);
  const due: Cell = request.dueAt < now ? { kind: 'chips', chips: [overdue(day)] } : text(day);
  return {
    lineAfter: null,
    cells: [linkOf(request), text(roleTitle), text(askedFor(request)), due, text(attempt)],
  };
}

const overdue = (day: string): Chip => ({ label: `${day}, overdue`, look: 'danger' });

/** The state of a request as a chip. */
export const STATE_CHIPS: Readonly<Record<AdjustmentRequest['state'], Chip>> = {
  open: { label: 'Waits', look: 'warn' },
  granted: { label: 'Granted', look: 'ok' },
  answered: { label: 'Answered', look: 'plain' },
  declined: { label: 'Declined', look: 'plain' },
};

function recentRow({ request, roleTitle }: QueuedRequest): Row {
  const state: Cell = { kind: 'chips', chips: [STATE_CHIPS[request.state]] };
  const cells = [
    linkOf(request),
    text(roleTitle),
    text(askedFor(request)),
    text(formatDate(request.askedAt)),
  ];
  return { lineAfter: null, cells: [...cells, state] };
}

const filterOf = (find: string): FilterBar => ({
  label: 'Somebody asked in another way',
  action: '/adjustments',
  controls: [
    {
      kind: 'field',
      field: fieldFor(
        { ...emptyForm, values: { find } },
        {
          name: 'find',
          label: 'Label or invitation link of the applicant',
          hint: 'Whoever asks you can send you their link.',
          type: 'search',
          required: false,
          autocomplete: 'off',
        },
      ),
    },
  ],
  keep: [],
  apply: 'Find',
  clear: find === '' ? null : { label: 'Clear', href: '/adjustments' },
});

const foundTable = (found: readonly FoundApplicant[]): DataTable =>
  tableFor('found', 'Found', {
    columns: ['Applicant', 'Role'],
    rows: found.map(({ target, roleTitle }) => ({
      lineAfter: null,
      cells: [
        { kind: 'link', text: target.label, href: `/adjustments/applicants/${target.id}`, sub: null },
        text(roleTitle),
      ],
    })),
    empty: 'Nobody of your organisation has this label.',
    note: null,
  });
