import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Breadcrumb, DataTable, Pagination } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { formatDate } from '../../presentation/format-date.ts';

interface RolesVm {
  readonly heading: string;
  readonly table: DataTable;
  readonly pagination: Pagination | null;
}

const qualityLink = { label: 'Quality', href: '/quality' };

export const crumbsOf = ({ title }: Requisition): Breadcrumb => ({ links: [qualityLink], here: title });

interface RolesList {
  readonly requisitions: readonly Requisition[];
  readonly older: boolean;
  readonly newest: boolean;
}

/** Every role of the organisation, each with a way to what is known of its assessment. */
export function rolesPage({ requisitions, older, newest }: RolesList): PageReply {
  const heading = 'Assessment quality';
  const head = (label: string) => ({ label, labelHidden: false, align: 'start' as const, sort: null });
  const last = requisitions.at(-1);
  const vm: RolesVm = {
    heading,
    table: {
      id: 'roles',
      heading: 'Roles',
      headingHidden: false,
      note: 'Figures are pooled over all roles that use the same form and key, or the same prompts and anchors.',
      columns: [head('Role'), head('Assessment'), head('Created')],
      rows: requisitions.map(({ id, title, assessmentTitle, createdAt, simulated }) => ({
        cells: [
          { kind: 'link', text: title, href: `/quality/${id}`, sub: simulated ? 'Simulated' : null },
          { kind: 'text', text: assessmentTitle, sub: null },
          { kind: 'text', text: formatDate(createdAt), sub: null },
        ],
        lineAfter: null,
      })),
      empty: 'There are no roles yet.',
      sortsInPlace: false,
    },
    pagination:
      newest && !older
        ? null
        : {
            label: 'Pages of roles',
            text: `${requisitions.length} on this page, the newest first`,
            previous: newest ? null : { label: 'First page', href: '/quality' },
            next:
              older && last !== undefined
                ? { label: 'Older', href: `/quality?before=${last.createdAt.toISOString()}` }
                : null,
          },
  };
  return { kind: 'page', layout: 'staff', view: 'assessment-quality/roles', title: heading, vm };
}
