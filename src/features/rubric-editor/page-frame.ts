import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Breadcrumb, Button, Chip, PageHeader, Tabs } from '../../http/parts.ts';
import { requisitionTabs } from '../../http/requisition-tabs.ts';

interface Frame {
  readonly breadcrumb: Breadcrumb;
  readonly header: PageHeader;
  readonly tabs: Tabs | null;
}

interface Heading {
  readonly heading: string;
  readonly chips?: Chip[];
  readonly buttons?: Button[];
}

/** What every page about a role's rubric begins with; the rubric's own page is the way back from the others. */
export function frameOf(actor: Actor, requisition: Requisition, page: Heading): Frame {
  const { id, title } = requisition;
  const at = `/requisitions/${id}`;
  const above = [
    { label: 'Roles', href: '/requisitions' },
    { label: title, href: at },
  ];
  return {
    breadcrumb: {
      links: page.heading === 'Rubric' ? above : [...above, { label: 'Rubric', href: `${at}/rubric` }],
      here: page.heading,
    },
    header: { heading: page.heading, sub: title, chips: page.chips ?? [], buttons: page.buttons ?? [] },
    tabs: requisitionTabs(actor, requisition, 'Rubric'),
  };
}

/** The same for people who are not members of the role: their way back is the list of changes. */
export function outsideFrame(actor: Actor, requisition: Requisition, page: Heading): Frame {
  const { id, title } = requisition;
  return {
    ...frameOf(actor, requisition, page),
    breadcrumb: {
      links: [
        { label: 'Rubric changes', href: '/rubric-changes' },
        { label: title, href: `/rubric-changes/${id}` },
      ],
      here: page.heading,
    },
    tabs: null,
  };
}

export const link = (label: string, href: string, look: Button['look'] = 'plain'): Button => ({
  kind: 'link',
  label,
  look,
  href,
});
