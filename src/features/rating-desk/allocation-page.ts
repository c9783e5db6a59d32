import type {
  Cell,
  CheckboxList,
  DataTable,
  DefinitionList,
  EmptyState,
  Field,
  Notice,
  Row,
  Select,
} from '../../http/parts.ts';
import { errorOf, fieldFor, summaryFor, textOf, type FormState } from '../../http/form-state.ts';
import type { PageReply } from '../../http/reply.ts';
import { MOST_AT_ONCE } from './find-wave.ts';
import type { AllocationState } from './load-allocation.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { responsesWords, workWords } from './rating-words.ts';

/** Allocation and progress of the rating of one role. */
export function allocationPage(
  state: AllocationState,
  maySettle: boolean,
  form: FormState,
  now: Date,
): PageReply {
  const { requisition, waiting, workload, counts } = state;
  const base = `/requisitions/${requisition.id}`;
  const vm = {
    breadcrumb: {
      links: [
        { label: 'Roles', href: '/requisitions' },
        { label: requisition.title, href: base },
      ],
      here: 'Rating',
    },
    summary: summaryFor(form),
    action: `${base}/rating`,
    allocateAction: `${base}/rating/allocation`,
    waiting: waiting.length === 0 ? null : waitingTable(state),
    nothing: waiting.length === 0 ? nothingWaiting(counts) : null,
    raters: waiting.length === 0 ? null : ratersList(state, form),
    noRaters: waiting.length > 0 && state.pool.length < 2 ? tooFewRaters(state) : null,
    workload: workload === null ? null : workloadList(state),
    wave: waveFields(form),
    chosen: chosenFields(state, form),
    progress: progressTable(state, now),
    handedBack: handedBackTable(state),
    conflicts: `${base}/rating/conflicts`,
    training: maySettle ? `${base}/rating/raters` : null,
    quality: maySettle && counts.resolved > 0 ? `${base}/rating/quality` : null,
    notices: noticesOf(state, maySettle),
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'rating-desk/allocation',
    title: `Rating: ${requisition.title}`,
    vm,
    simulated: requisition.simulated,
  };
}

function waitingTable({ waiting }: AllocationState): DataTable {
  const total = waiting.reduce((sum, { responses }) => sum + responses, 0);
  return {
    id: 'waiting',
    heading: 'Responses that wait for raters',
    headingHidden: false,
    note: total < MOST_AT_ONCE ? null : `${MOST_AT_ONCE} are given out at once; allocate again for the rest.`,
    columns: columns(['Prompt', 'start'], ['Responses', 'end']),
    rows: waiting.map(({ title, responses }) => row(text(title), text(String(responses)))),
    empty: '',
    sortsInPlace: false,
  };
}

function nothingWaiting({ resolved, rating, third, lead }: AllocationState['counts']): EmptyState {
  const begun = resolved + rating + third + lead > 0;
  return {
    heading: begun ? 'Every response has its raters' : 'Nothing to rate yet',
    text: begun
      ? 'New responses appear here as soon as somebody hands in the written part.'
      : 'Responses appear here as soon as the first person hands in the written part.',
    buttons: [],
  };
}

function ratersList({ pool, heldBack, chosen }: AllocationState, form: FormState): CheckboxList {
  return {
    id: 'rater',
    name: 'rater',
    label: 'Who rates',
    hint: `Every response goes to two of them at random. With seven or more, nobody rates one person twice. Members of this role are not listed.${heldBackWords(heldBack)}`,
    error: errorOf(form, 'rater'),
    options: pool.map((person) => ({
      value: person.id,
      label: person.name,
      hint: null,
      checked: chosen.includes(person.id),
    })),
  };
}

const heldBackWords = (heldBack: number): string =>
  heldBack === 0
    ? ''
    : ` Nor ${heldBack === 1 ? 'is 1 rater' : `are ${heldBack} raters`} who may not get new responses now: paused, or not certified where this role requires it.`;

/** Which part of what waits, and until when. */
function waveFields(form: FormState): { people: Field; order: Select; due: Field } {
  return {
    people: fieldFor(form, {
      name: 'people',
      label: 'How many people now',
      hint: 'Everything they wrote is given out. Leave this empty for everybody.',
      type: 'number',
      required: false,
      min: '1',
    }),
    order: {
      id: 'order',
      name: 'order',
      label: 'Who first',
      hint: null,
      error: errorOf(form, 'order'),
      value: textOf(form, 'order'),
      options: [
        { value: 'finish', label: 'In the order in which they handed in' },
        { value: 'draw', label: 'Drawn at random' },
      ],
    },
    due: fieldFor(form, {
      name: 'due',
      label: 'Rated until',
      hint: 'Raters see the day. Leave this empty for no deadline.',
      type: 'date',
      required: false,
    }),
  };
}

/** What the page showed the work for, passed on as it was chosen. */
function chosenFields({ chosen }: AllocationState, form: FormState): { name: string; value: string }[] {
  const wave = ['people', 'order', 'due'].map((name) => ({ name, value: textOf(form, name) }));
  return [...chosen.map((value) => ({ name: 'rater', value })), ...wave.filter(({ value }) => value !== '')];
}

function tooFewRaters({ pool, heldBack }: AllocationState): Notice {
  return {
    look: 'warn',
    heading: pool.length === 0 ? 'There is no rater' : 'One rater is not enough',
    lines: [
      'Every response is rated by two people who are not members of this role. Ask an owner to give somebody the role of rater.',
      ...(heldBack === 0
        ? []
        : [
            `Not counted: ${heldBack} who may not get new responses now, because they are paused or not certified.`,
          ]),
    ],
    links: [],
  };
}

function workloadList({ workload, chosen }: AllocationState): DefinitionList {
  const { responses = 0, ratings = 0, minutes = 0, minutesPerRater = 0 } = workload ?? {};
  return {
    items: [
      { term: 'Responses', cell: text(String(responses)) },
      { term: 'Ratings, two a response', cell: text(String(ratings)) },
      { term: 'Work in all', cell: text(`about ${workWords(minutes)}`) },
      { term: `For each of ${chosen.length} raters`, cell: text(`about ${workWords(minutesPerRater)}`) },
    ],
  };
}

function progressTable({ progress, names, untold, requisition }: AllocationState, now: Date): DataTable {
  const base = `/requisitions/${requisition.id}/rating/reassignment`;
  return {
    id: 'progress',
    heading: 'Who is waited for',
    headingHidden: false,
    note: null,
    columns: columns(
      ['Rater', 'start'],
      ['Not handed in', 'end'],
      ['Of these rated', 'end'],
      ['Since', 'start'],
      ['Until', 'start'],
      ['Give to others', 'start'],
    ),
    rows: progress.raters.map(({ raterId, open, ready, since, dueAt }) =>
      row(
        {
          kind: 'text',
          text: names.get(raterId) ?? 'A former rater',
          sub: untold.has(raterId) ? 'The mail to them failed: tell them yourself.' : null,
        },
        text(String(open)),
        text(String(ready)),
        text(since === null ? 'just taken' : formatDate(since)),
        dueCell(dueAt, now),
        { kind: 'link', text: 'Give to others', href: `${base}/${raterId}`, sub: null },
      ),
    ),
    empty: 'Nobody has responses that are not handed in.',
    sortsInPlace: false,
  };
}

/** Null where nobody gave anything back. */
function handedBackTable({ handedBack, names }: AllocationState): DataTable | null {
  if (handedBack.length === 0) return null;
  return {
    id: 'handed-back',
    heading: 'Handed back',
    headingHidden: false,
    note: 'Other raters may take these responses.',
    columns: columns(['Rater', 'start'], ['Responses', 'end'], ['On', 'start'], ['Why', 'start']),
    rows: handedBack.map((batch) =>
      row(
        text(names.get(batch.raterId) ?? 'A former rater'),
        text(String(batch.taskIds.length)),
        text(batch.handedBack === null ? '' : formatDate(batch.handedBack.at)),
        text(batch.handedBack?.because ?? ''),
      ),
    ),
    empty: '',
    sortsInPlace: false,
  };
}

function dueCell(dueAt: Date | null, now: Date): Cell {
  if (dueAt === null) return text('no deadline');
  if (dueAt > now) return text(formatDate(dueAt));
  return { kind: 'chips', chips: [{ label: `over since ${formatDate(dueAt)}`, look: 'warn' }] };
}

function noticesOf({ counts, progress, requisition }: AllocationState, maySettle: boolean): Notice[] {
  const notices: Notice[] = [];
  if (counts.lead > 0) {
    notices.push({
      look: 'warn',
      heading: `${responsesWords(counts.lead)} for the lead to settle`,
      lines: ['Raters could not settle them: levels two or more apart, or nobody could rate.'],
      links: maySettle
        ? [{ label: 'See them', href: `/requisitions/${requisition.id}/rating/decisions` }]
        : [],
    });
  }
  if (progress.blocked > 0) {
    notices.push({
      look: 'danger',
      heading: `${responsesWords(progress.blocked)} that nobody here may rate`,
      lines: ['Every rater has rated them already or knows the person. Ask an owner to add a rater.'],
      links: [],
    });
  }
  const takeable = progress.free - progress.blocked;
  if (takeable > 0) {
    notices.push({
      look: 'info',
      heading: null,
      lines: [
        takeable === 1
          ? '1 response waits for a rater to take it from the list of new work.'
          : `${responsesWords(takeable)} wait for a rater to take them from the list of new work.`,
      ],
      links: [],
    });
  }
  return notices;
}

const text = (value: string) => ({ kind: 'text', text: value, sub: null }) as const;
const row = (...cells: Row['cells']): Row => ({ cells, lineAfter: null });
const columns = (...labels: [string, 'start' | 'end'][]): DataTable['columns'] =>
  labels.map(([label, align]) => ({ label, labelHidden: false, align, sort: null }));
