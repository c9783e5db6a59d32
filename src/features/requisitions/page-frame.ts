import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Breadcrumb, Button, Notice, PageHeader, Tabs } from '../../http/parts.ts';
import { requisitionTabs } from '../../http/requisition-tabs.ts';
import { STATE } from './words.ts';

interface Frame {
  readonly breadcrumb: Breadcrumb;
  readonly header: PageHeader;
  readonly tabs: Tabs;
}

/** What every page of a role begins with. */
export function frameOf(actor: Actor, requisition: Requisition, current: string): Frame {
  const { id, title, state, assessmentTitle } = requisition;
  const overview = current === 'Overview';
  const roles = { label: 'Roles', href: '/requisitions' };
  return {
    breadcrumb: overview
      ? { links: [roles], here: title }
      : { links: [roles, { label: title, href: `/requisitions/${id}` }], here: current },
    header: {
      heading: overview ? title : current,
      sub: overview ? assessmentTitle : title,
      chips: [STATE[state]],
      buttons: state === 'archived' ? [] : [previewButton(id)],
    },
    tabs: requisitionTabs(actor, requisition, current),
  };
}

const previewButton = (id: string): Button => ({
  kind: 'link',
  label: 'Preview as a candidate',
  look: 'plain',
  href: `/requisitions/${id}/preview`,
});

/** Above a form whose page was overtaken; what is stored now stands beside what was typed. */
export const OVERTAKEN: Notice = {
  look: 'warn',
  heading: 'Somebody changed this role meanwhile',
  lines: [
    'Nothing you typed was saved, and nothing is lost: it is still in the form. What is stored now stands below the form.',
    'Save again to replace it with yours, or open the page again to keep it.',
  ],
  links: [],
};
