import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Button, EmptyState } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import type { ReportSection } from './report-section.ts';

/** All raters of one role, for its lead. */
export function raterQualityPage(requisition: Requisition, sections: readonly ReportSection[]): PageReply {
  const base = `/requisitions/${requisition.id}`;
  const title = 'Quality of the ratings';
  const vm = {
    breadcrumb: {
      links: [
        { label: 'Roles', href: '/requisitions' },
        { label: requisition.title, href: base },
        { label: 'Rating', href: `${base}/rating` },
      ],
      here: title,
    },
    header: {
      heading: title,
      sub: 'How raters of this role rate beside each other. Every rater sees their own part.',
      chips: [],
      buttons: [link('Training, certification and pauses', `${base}/rating/raters`)],
    },
    sections,
    nothing: sections.length === 0 ? nothing('Figures appear here as soon as responses are rated.') : null,
  };
  const { simulated } = requisition;
  return { kind: 'page', layout: 'staff', view: 'rater-quality/quality', title, vm, simulated };
}

/** A rater's own part, role by role; nobody else's figures stand beside it. */
export function ownQualityPage(sections: readonly ReportSection[], simulated: boolean): PageReply {
  const title = 'Your ratings beside others';
  const vm = {
    breadcrumb: { links: [{ label: 'Rating', href: '/rating' }], here: title },
    header: {
      heading: title,
      sub: 'You and the lead of each role see this. There is no target for speed.',
      chips: [],
      buttons: [link('Training', '/rating/training')],
    },
    sections,
    nothing:
      sections.length === 0 ? nothing('Figures appear here when responses you rated are settled.') : null,
  };
  return { kind: 'page', layout: 'staff', view: 'rater-quality/quality', title, vm, simulated };
}

const link = (label: string, href: string): Button => ({ kind: 'link', label, look: 'plain', href });

const nothing = (text: string): EmptyState => ({ heading: 'Nothing to say yet', text, buttons: [] });
