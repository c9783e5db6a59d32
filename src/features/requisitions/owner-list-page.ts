import { currentIntake, type Requisition } from '../../core/requisition/requisition.ts';
import type { Cell, DataTable, Pagination, Row } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { formatDaysUntil } from '../../presentation/format-days-until.ts';
import { STATE } from './words.ts';

interface OwnerList {
  readonly requisitions: readonly Requisition[];
  readonly older: boolean;
  readonly newest: boolean;
  readonly now: Date;
}

/** Every role of the organisation: no applicants, only what an owner answers for. */
export function ownerListPage({ requisitions, older, newest, now }: OwnerList): PageReply {
  const vm = {
    breadcrumb: { links: [{ label: 'Settings', href: '/settings' }], here: 'Roles' },
    header: {
      heading: 'Roles of the organisation',
      sub: 'When applicants are erased, and whether Judgment is shown. Also the roles in which you are not a member.',
      chips: [],
      buttons: [],
    },
    table: tableOf(requisitions, now),
    pagination: paginationOf(requisitions, { older, newest }),
  };
  const title = 'Roles of the organisation';
  return { kind: 'page', layout: 'staff', view: 'requisitions/owner-list', title, vm };
}

function tableOf(requisitions: readonly Requisition[], now: Date): DataTable {
  return {
    id: 'roles',
    heading: 'Roles',
    headingHidden: true,
    note: null,
    columns: ['Role', 'State', 'Erasure', 'Judgment'].map((label) => ({
      label,
      labelHidden: false,
      align: 'start',
      sort: null,
    })),
    rows: requisitions.map((requisition) => rowOf(requisition, now)),
    empty: 'There is no role yet.',
    sortsInPlace: false,
  };
}

function rowOf(requisition: Requisition, now: Date): Row {
  const { id, title, state, createdAt } = requisition;
  return {
    lineAfter: null,
    cells: [
      {
        kind: 'link',
        text: title,
        href: `/settings/roles/${id}`,
        sub: `made on ${formatDate(createdAt)}`,
      },
      { kind: 'chips', chips: [STATE[state]] },
      erasureCell(requisition, now),
      { kind: 'text', text: judgmentState(requisition), sub: null },
    ],
  };
}

function judgmentState(requisition: Requisition): string {
  if (currentIntake(requisition).panelKey !== null) return 'Shown, panel key';
  if (requisition.simulated) return 'Shown, simulated';
  return requisition.judgmentRelease === null ? 'Kept back' : 'Released';
}

function erasureCell({ closedAt, eraseAt, eraseBegunAt }: Requisition, now: Date): Cell {
  const cell = (text: string, sub: string | null = null): Cell => ({ kind: 'text', text, sub });
  if (closedAt === null) return cell('Not closed');
  if (eraseBegunAt !== null) return cell(eraseAt === null ? 'Erased' : 'Under way', formatDate(eraseBegunAt));
  return eraseAt === null ? cell('By hand') : cell(formatDate(eraseAt), formatDaysUntil(eraseAt, now));
}

function paginationOf(
  requisitions: readonly Requisition[],
  { older, newest }: Pick<OwnerList, 'older' | 'newest'>,
): Pagination | null {
  const last = requisitions.at(-1);
  if (newest && !older) return null;
  return {
    label: 'Pages of roles',
    text: `${requisitions.length} on this page, the newest first`,
    previous: newest ? null : { label: 'First page', href: '/settings/roles' },
    next:
      older && last !== undefined
        ? { label: 'Older', href: `/settings/roles?before=${last.createdAt.toISOString()}` }
        : null,
  };
}
