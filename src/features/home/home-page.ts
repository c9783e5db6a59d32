import type { Actor } from '../../core/person/person.ts';
import type { Cell, Column, DataTable, Link, PageHeader, Row } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import type { RoleAtWork, Waiting } from './find-waiting.ts';
import { stepsFor, type Steps } from './first-steps.ts';
import type { WaitingLine } from './waiting-line.ts';
import { waitingLines } from './waiting-lines.ts';

const MOST_ROLES = 10;

interface HomeVm {
  readonly header: PageHeader;
  readonly steps: readonly Steps[];
  readonly waiting: readonly WaitingLine[];
  /** Said where nothing waits and there are no first steps to take. */
  readonly idle: string | null;
  readonly roles: DataTable | null;
  readonly allRoles: Link | null;
}

/** What waits for this person, and the roles in which they are a member. */
export function homePage(actor: Actor, found: Waiting): PageReply {
  const steps = stepsFor(actor, found.roles);
  const waiting = waitingLines(actor, found).filter(({ href }) => !isStep(href, steps));
  const open = found.roles.filter(({ requisition }) => requisition.state !== 'closed');
  const vm: HomeVm = {
    header: { heading: 'Home', sub: null, chips: [], buttons: [] },
    steps,
    waiting,
    idle: waiting.length === 0 && steps.length === 0 ? idleWords(actor) : null,
    roles: open.length === 0 ? null : rolesTable(open.slice(0, MOST_ROLES)),
    allRoles: found.roles.length > MOST_ROLES ? { label: 'All roles', href: '/requisitions' } : null,
  };
  const simulated = open.length > 0 && open.every(({ requisition }) => requisition.simulated);
  return { kind: 'page', layout: 'staff', view: 'home/home', title: 'Home', vm, simulated };
}

/** What stands among the first steps is not said twice. */
const isStep = (href: string, all: readonly Steps[]): boolean =>
  all.some(({ steps }) => steps.some(({ action }) => action?.href === href));

function idleWords({ roles }: Actor): string {
  if (roles.includes('rater')) return 'Responses to rate appear here as soon as somebody gives you some.';
  if (roles.includes('hiring-manager') || roles.includes('interviewer')) {
    return 'A recruiter adds you to a role; what there is to do in it appears here.';
  }
  if (roles.includes('adjustments')) return 'Nobody waits for an adjustment. Requests appear here.';
  if (roles.includes('auditor')) return 'Nothing waits. The audit trail says who did what.';
  return 'As soon as something needs you, it appears here.';
}

const COUNTS = ['invited', 'started', 'finished', 'rated'] as const;

function rolesTable(roles: readonly RoleAtWork[]): DataTable {
  const column = (label: string, align: Column['align']): Column => ({
    label,
    labelHidden: false,
    align,
    sort: null,
  });
  return {
    id: 'roles',
    heading: 'Your roles',
    headingHidden: false,
    note: 'Applicants by how far they have come.',
    columns: [
      column('Role', 'start'),
      column('State', 'start'),
      ...['Invited', 'Started', 'Finished', 'Rated'].map((label) => column(label, 'end')),
    ],
    rows: roles.map(roleRow),
    empty: '',
    sortsInPlace: false,
  };
}

function roleRow({ requisition, progress }: RoleAtWork): Row {
  const { id, title, state, simulated } = requisition;
  const name: Cell = {
    kind: 'link',
    text: title,
    href: `/requisitions/${id}`,
    sub: simulated ? 'simulated' : null,
  };
  const states: Cell = {
    kind: 'chips',
    chips: [state === 'draft' ? { label: 'Draft', look: 'warn' } : { label: 'Open', look: 'ok' }],
  };
  const counts = COUNTS.map((count): Cell => ({ kind: 'text', text: `${progress[count]}`, sub: null }));
  return { cells: [name, states, ...counts], lineAfter: null };
}
