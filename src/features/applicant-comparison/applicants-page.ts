import { mayInRequisition } from '../../core/access/requisition-access.ts';
import type { Actor } from '../../core/person/person.ts';
import { SLOTS } from '../../core/scoring/score-column.ts';
import { writtenPrompts } from '../../core/scoring/written-prompts.ts';
import type {
  Breadcrumb,
  Button,
  EmptyState,
  FilterBar,
  Link,
  PageHeader,
  SavedViews,
  Tabs,
} from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { requisitionTabs } from '../../http/requisition-tabs.ts';
import { formatCount } from '../../presentation/format-count.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { applicantRows, type ApplicantRow } from './applicant-row.ts';
import { blindWords } from '../../presentation/blind-words.ts';
import { recentActions, type RecentActions } from './bulk/recent-actions.ts';
import { countedUpTo } from './counted-up-to.ts';
import type { ApplicantList } from './list-applicants.ts';
import { placesLine, type PlacesLine } from './places-line.ts';
import { filterBar } from './filter-bar.ts';
import { filterChips, type FilterChip } from './filter-chips.ts';
import { MOST_EXAMINED } from './find-rows.ts';
import { addressOf, askedOf, intakeOf, queryOf } from './list-address.ts';
import { columnAddress } from './list-column.ts';
import { orderWords, sortHead, sortNote, type SortHead } from './list-order.ts';
import { EVERYBODY, isNarrowed } from './list-filter.ts';
import { listLines } from './list-lines.ts';
import { otherIntakes } from './other-intakes.ts';
import { judgmentCaveat } from '../../presentation/standing-words.ts';

interface ApplicantsVm {
  readonly breadcrumb: Breadcrumb;
  readonly header: PageHeader;
  readonly tabs: Tabs;
  readonly about: string;
  readonly places: PlacesLine | null;
  readonly apart: ReturnType<typeof otherIntakes>;
  /** Kept through sorting and turning pages; null in the running intake. */
  readonly intake: string | null;
  readonly caveat: string | null;
  readonly empty: EmptyState | null;
  readonly filter: FilterBar;
  /** Folded while it narrows nothing, so that the list begins on the first screen. */
  readonly filterOpen: boolean;
  readonly savedViews: SavedViews;
  readonly narrowedTo: readonly FilterChip[];
  readonly recent: RecentActions | null;
  /** The filter, kept through sorting, turning pages and comparing. */
  readonly keep: readonly { readonly name: string; readonly value: string }[];
  /** Instead of rows, where nobody passes the filter. */
  readonly none: EmptyState | null;
  /** Where looking stopped before the page was full. */
  readonly stopped: string | null;
  readonly action: string;
  readonly listAction: string;
  /** Doing one thing for those who are ticked, or for everybody whom the filter keeps. */
  readonly several: { readonly href: string; readonly all: string };
  readonly compare: Button;
  readonly criteria: readonly (SortHead & { readonly weight: string })[];
  /** What may be sorted by. */
  readonly sortNote: string;
  readonly prompts: readonly string[];
  readonly columns: number;
  readonly rows: readonly { readonly row: ApplicantRow; readonly lines: readonly string[] }[];
  readonly chosenElsewhere: readonly { readonly id: string; readonly label: string }[];
  readonly count: string;
  readonly sort: string | null;
  readonly judgment: SortHead;
  readonly written: SortHead;
  readonly backToShuffle: string | null;
  readonly first: boolean;
  readonly next: string | null;
}

export function applicantsPage(actor: Actor, list: ApplicantList): PageReply {
  const { requisition, intake, form, rubric } = list;
  const at = `/requisitions/${requisition.id}`;
  const lines = listLines(list);
  const prompts = writtenPrompts(form);
  const filter = filterBar(list, `${at}/applicants`, keptBy(list), clearOf(list));
  const vm: ApplicantsVm = {
    breadcrumb: {
      links: [
        { label: 'Roles', href: '/requisitions' },
        { label: requisition.title, href: at },
      ],
      here: 'Applicants',
    },
    header: headerOf(list),
    tabs: requisitionTabs(actor, requisition, 'Applicants'),
    about: `${blindWords(requisition)} ${orderWords(list)}`,
    places: placesLine(actor, list),
    apart: otherIntakes(requisition, { intake, number: rubric.number }, list.others),
    intake: intakeOf(list),
    caveat: judgmentCaveat(list.rows[0]?.judgment, requisition),
    empty:
      list.total === 0 ? nobodyYet(at, mayInRequisition(actor, 'invite', requisition) === 'allowed') : null,
    filter,
    filterOpen: isNarrowed(list.filter) || filter.controls.some(hasError),
    savedViews: savedViewsOf(list),
    narrowedTo: filterChips(list),
    recent: recentActions(requisition, list.recent),
    keep: askedOf(list.filter, rubric),
    none: isNarrowed(list.filter) && list.rows.length === 0 ? nobodyFound(list) : null,
    stopped: list.stopped ? STOPPED : null,
    action: `${at}/comparison`,
    listAction: `${at}/applicants`,
    several: {
      href: `${at}/bulk-actions/new`,
      all: isNarrowed(list.filter) ? 'Do something for all that match' : 'Do something for all',
    },
    compare: compareButton,
    criteria: rubric.criteria.map(({ label, weight }, place) => ({
      ...sortHead(list, SLOTS[place], label),
      weight: `weight ${weight} %`,
    })),
    sortNote: sortNote(list),
    prompts: prompts.map(({ title }) => title),
    columns: 7 + rubric.criteria.length,
    rows: applicantRows(list, prompts).map((row, index) => ({
      row,
      lines: lines.flatMap(({ after, text }) => (after === index ? [text] : [])),
    })),
    chosenElsewhere: list.chosenElsewhere.map(({ applicantId, label }) => ({ id: applicantId, label })),
    count: countWords(list),
    sort: list.order === null ? null : columnAddress(list.order.column, rubric),
    judgment: sortHead(list, 'judgment', 'Judgment'),
    written: sortHead(list, 'written', 'Written'),
    backToShuffle: list.order === null ? null : addressOf(list, list.filter, null),
    first: !list.firstPage,
    next: list.next,
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'applicant-comparison/applicants',
    title: `Applicants, ${requisition.title}`,
    simulated: requisition.simulated,
    vm,
  };
}

const hasError = (control: FilterBar['controls'][number]): boolean =>
  control.kind === 'field' && control.field.error !== null;

const headerOf = ({ requisition, intake, rubric }: ApplicantList): PageHeader => ({
  heading: 'Applicants',
  sub: `${requisition.title} · intake of ${formatDate(intake.opensAt)} · rubric version ${rubric.number}`,
  chips: [],
  buttons: [
    { kind: 'link', label: 'Progress', look: 'plain', href: `/requisitions/${requisition.id}/progress` },
    ...(intake.placesRule === 'draw'
      ? [
          {
            kind: 'link' as const,
            label: 'Draw',
            look: 'plain' as const,
            href: `/requisitions/${requisition.id}/draw`,
          },
        ]
      : []),
    {
      kind: 'link',
      label: 'Export',
      look: 'plain',
      href: `/requisitions/${requisition.id}/exports?intake=${intake.id}`,
    },
  ],
});

function countWords({ rows, total, matching }: ApplicantList): string {
  const here = formatCount(rows.length, 'applicant', 'applicants');
  const all = countedUpTo(total);
  if (matching === null) return `${here} of ${all} on this page`;
  const many = `${matching.atLeast ? 'At least ' : ''}${countedUpTo(matching.count)}`;
  return `${here} on this page. ${many} of ${all} ${matching.count === 1 ? 'matches' : 'match'}.`;
}

/** What the filter's own form keeps from the address. */
const keptBy = (list: ApplicantList) => {
  const intake = intakeOf(list);
  return [
    ...(intake === null ? [] : [{ name: 'intake', value: intake }]),
    ...(list.order === null ? [] : [{ name: 'sort', value: columnAddress(list.order.column, list.rubric) }]),
    ...list.chosen.map((value) => ({ name: 'applicant', value })),
  ];
};

const clearOf = (list: ApplicantList): Link | null =>
  isNarrowed(list.filter)
    ? {
        label: 'Show everybody',
        href: addressOf(list, EVERYBODY, list.order?.column ?? null),
      }
    : null;

function savedViewsOf(list: ApplicantList): SavedViews {
  const at = `/requisitions/${list.requisition.id}`;
  const query = queryOf({ ...list, chosen: [] }, list.filter, list.order?.column ?? null);
  return {
    label: 'Saved views',
    views: list.views.map((view) => ({
      label: view.name,
      href: `${at}/applicants${view.query === '' ? '' : `?${view.query}`}`,
      current: view.query === query,
    })),
    save: {
      kind: 'link',
      label: 'Save or change views',
      look: 'plain',
      href: `${at}/list-views?list=${encodeURIComponent(query)}`,
    },
  };
}

const STOPPED = `Looked at ${MOST_EXAMINED.toLocaleString('en')} applicants and stopped there. Search on, or narrow the list further.`;

const nobodyFound = (list: ApplicantList): EmptyState => {
  const clear = clearOf(list);
  return {
    heading: list.stopped ? 'Nobody found so far' : 'Nobody matches',
    text: list.stopped
      ? 'More applicants follow that were not looked at yet: search on below.'
      : 'Take one of the conditions above away, or show everybody.',
    buttons: clear === null ? [] : [{ kind: 'link', look: 'plain', ...clear }],
  };
};

const compareButton: Button = {
  kind: 'submit',
  label: 'Compare chosen',
  look: 'primary',
  name: null,
  value: null,
  form: null,
  fragment: null,
  key: null,
};

const nobodyYet = (at: string, mayInvite: boolean): EmptyState => ({
  heading: 'No applicants yet',
  text: mayInvite
    ? 'Invite the first applicants. They get a link and need no account; here they appear under a label, without name.'
    : 'A recruiter of this role invites applicants. Here they appear under a label, without name.',
  buttons: mayInvite
    ? [{ kind: 'link', label: 'Invite applicants', look: 'primary', href: `${at}/invitations` }]
    : [],
});
