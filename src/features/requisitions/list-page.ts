import type { RequisitionId } from '../../core/kernel/ids.ts';
import type { Progress } from '../../core/requisition/progress.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Button, Column, DataTable, EmptyState, PageHeader, Row, Tabs } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { STATE } from './words.ts';

const NOBODY: Progress = { invited: 0, started: 0, finished: 0, rated: 0 };

/** The roles in which somebody is a member, newest first, with counts and without anybody's name. */
export function listPage(
  requisitions: readonly Requisition[],
  progress: ReadonlyMap<RequisitionId, Progress>,
  { mayCreate, archived }: { readonly mayCreate: boolean; readonly archived: boolean },
): PageReply {
  const buttons: Button[] = mayCreate
    ? [{ kind: 'link', label: 'New role', look: 'primary', href: '/requisitions/new' }]
    : [];
  const header: PageHeader = {
    heading: 'Roles',
    sub: 'The roles in which you are a member.',
    chips: [],
    buttons: requisitions.length === 0 ? [] : buttons,
  };
  const emptyState: EmptyState = archived
    ? NONE_ARCHIVED
    : {
        heading: 'You are not a member of any role yet',
        text: mayCreate
          ? 'Make a draft, set it up, then invite the first applicants by link.'
          : 'A recruiter of your organisation can add you to a role.',
        buttons,
      };
  const vm = {
    header,
    tabs: tabsOf(archived),
    emptyState: requisitions.length === 0 ? emptyState : null,
    table: tableOf(requisitions, progress),
  };
  return { kind: 'page', layout: 'staff', view: 'requisitions/list', title: 'Roles', vm };
}

const NONE_ARCHIVED: EmptyState = {
  heading: 'No role of yours is archived',
  text: 'A closed role can be archived once nobody is at work in it any more.',
  buttons: [],
};

const tabsOf = (archived: boolean): Tabs => ({
  label: 'Which roles',
  links: [
    { label: 'Roles', href: '/requisitions', current: !archived },
    { label: 'Archived', href: '/requisitions?show=archived', current: archived },
  ],
});

const COUNTS = ['invited', 'started', 'finished', 'rated'] as const;

function tableOf(
  requisitions: readonly Requisition[],
  progress: ReadonlyMap<RequisitionId, Progress>,
): DataTable {
  const columns: Column[] = ['Role', 'State', 'Invited', 'Started', 'Finished', 'Rated'].map(
    (label, index) => ({
      label,
      labelHidden: false,
      align: index < 2 ? 'start' : 'end',
      sort: null,
    }),
  );
  return {
    id: 'roles',
    heading: 'Your roles',
    headingHidden: true,
    note: null,
    columns,
    rows: requisitions.map((requisition) => rowOf(requisition, progress.get(requisition.id) ?? NOBODY)),
    empty: 'There is no role yet.',
    sortsInPlace: false,
  };
}

function rowOf({ id, title, assessmentTitle, state }: Requisition, progress: Progress): Row {
  return {
    lineAfter: null,
    cells: [
      { kind: 'link', text: title, href: `/requisitions/${id}`, sub: assessmentTitle },
      { kind: 'chips', chips: [STATE[state]] },
      ...COUNTS.map((name) => ({ kind: 'text' as const, text: String(progress[name]), sub: null })),
    ],
  };
}
