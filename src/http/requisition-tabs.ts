import { mayInRequisition, type RequisitionAction } from '../core/access/requisition-access.ts';
import type { RequisitionId } from '../core/kernel/ids.ts';
import type { Tabs } from './parts.ts';

const TABS: readonly { label: string; path: string; action: RequisitionAction }[] = [
  { label: 'Overview', path: '', action: 'view' },
  { label: 'Invitations', path: '/invitations', action: 'see-contacts' },
  { label: 'Applicants', path: '/applicants', action: 'compare' },
  { label: 'Interviews', path: '/interviews', action: 'view' },
  { label: 'Rating', path: '/rating', action: 'allocate' },
  { label: 'Rubric', path: '/rubric', action: 'view' },
  { label: 'Anchors', path: '/anchors', action: 'view' },
  { label: 'Job analysis', path: '/job-analysis', action: 'edit' },
  { label: 'Rules', path: '/rules', action: 'edit' },
  { label: 'Members', path: '/members', action: 'edit' },
];

type Member = Parameters<typeof mayInRequisition>[0];
type Role = Parameters<typeof mayInRequisition>[2] & { readonly id: RequisitionId };

/** The pages of one role that this person may open; `current` is the label of the one that is open. */
export function requisitionTabs(actor: Member, role: Role, current: string): Tabs {
  return {
    label: 'Pages of this role',
    links: TABS.filter(({ action }) => mayInRequisition(actor, action, role) === 'allowed').map(
      ({ label, path }) => ({
        label,
        href: `/requisitions/${role.id}${path}`,
        current: label === current,
      }),
    ),
  };
}
