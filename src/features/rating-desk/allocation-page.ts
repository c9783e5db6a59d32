import type { CheckboxList, DataTable, DefinitionList, EmptyState, Notice, Row } from '../../http/parts.ts';
import { errorOf, summaryFor, type FormState } from '../../http/form-state.ts';
import type { PageReply } from '../../http/reply.ts';
import { MOST_AT_ONCE, type AllocationState } from './load-allocation.ts';
import { responsesWords, workWords } from './rating-words.ts';

/** Allocation and progress of the rating of one role. */
export function allocationPage(state: AllocationState, maySettle: boolean, form: FormState): PageReply {
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
    chosen: state.chosen.map((personId) => ({ id: personId })),
    progress: progressTable(state),
    conflicts: `${base}/rating/conflicts`,
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

function ratersList({ pool, chosen }: AllocationState, form: FormState): CheckboxList {
  return {
    id: 'rater',
    name: 'rater',
    label: 'Who rates',
    hint: 'Every response goes to two of them at random. With seven or more, nobody rates one person twice. Members of this role are not listed.',
    error: errorOf(form, 'rater'),
    options: pool.map((person) => ({
      value: person.id,
      label: person.name,
      hint: null,
      checked: chosen.includes(person.id),
    })),
  };
}

function tooFewRaters({ pool }: AllocationState): Notice {
  return {
    look: 'warn',
    heading: pool.length === 0 ? 'There is no rater' : 'One rater is not enough',
    lines: [
      'Every response is rated by two people who are not members of this role. Ask an owner to give somebody the role of rater.',
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

function progressTable({ progress, names }: AllocationState): DataTable {
  return {
    id: 'progress',
    heading: 'Who still has responses',
    headingHidden: false,
    note: null,
    columns: columns(['Rater', 'start'], ['Not handed in', 'end'], ['Of these rated', 'end']),
    rows: progress.raters.map(({ raterId, open, ready }) =>
      row(text(names.get(raterId) ?? 'A former rater'), text(String(open)), text(String(ready))),
    ),
    empty: 'Nobody has responses that are not handed in.',
    sortsInPlace: false,
  };
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
      lines: [`${responsesWords(takeable)} wait for a rater to take them from the list of new work.`],
      links: [],
    });
  }
  return notices;
}

const text = (value: string) => ({ kind: 'text', text: value, sub: null }) as const;
const row = (...cells: Row['cells']): Row => ({ cells, lineAfter: null });
const columns = (...labels: [string, 'start' | 'end'][]): DataTable['columns'] =>
  labels.map(([label, align]) => ({ label, labelHidden: false, align, sort: null }));
