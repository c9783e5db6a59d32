import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Breadcrumb, Tabs } from '../../http/parts.ts';
import { requisitionTabs } from '../../http/requisition-tabs.ts';

export const importsPath = ({ id }: Pick<Requisition, 'id'>): string => `/requisitions/${id}/imports`;

interface Frame {
  readonly breadcrumb: Breadcrumb;
  readonly tabs: Tabs;
}

/** What stands above both pages. An import belongs to the invitations, so their tab is the current one. */
export function pageFrame(actor: Actor, requisition: Requisition, importTitle: string | null): Frame {
  const role = `/requisitions/${requisition.id}`;
  const links = [
    { label: 'Roles', href: '/requisitions' },
    { label: requisition.title, href: role },
    { label: 'Invitations', href: `${role}/invitations` },
  ];
  const list = { label: 'Import', href: importsPath(requisition) };
  return {
    breadcrumb:
      importTitle === null ? { links, here: list.label } : { links: [...links, list], here: importTitle },
    tabs: requisitionTabs(actor, requisition, 'Invitations'),
  };
}
