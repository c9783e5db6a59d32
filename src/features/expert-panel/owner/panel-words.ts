import type { ExpertPanel } from '../../../core/expert-panel/expert-panel.ts';
import { acceptsRatings } from '../../../core/expert-panel/panel-state.ts';
import type { Breadcrumb, Chip, Column, Link } from '../../../http/parts.ts';
import { formatDate } from '../../../presentation/format-date.ts';

export const PANELS: Link = { label: 'Expert panels', href: '/settings/panels' };

export const panelHref = ({ id }: Pick<ExpertPanel, 'id'>): string => `${PANELS.href}/${id}`;

export const breadcrumbTo = (here: string, ...between: Link[]): Breadcrumb => ({
  links: [{ label: 'Settings', href: '/settings' }, PANELS, ...between],
  here,
});

export function stateChip(panel: ExpertPanel, now: Date): Chip {
  switch (panel.state) {
    case 'open':
      return acceptsRatings(panel, now)
        ? { label: 'Experts are rating', look: 'accent' }
        : { label: 'Time is over', look: 'warn' };
    case 'closed':
      return { label: 'Closed, to be decided', look: 'warn' };
    case 'published':
      return { label: 'Key published', look: 'ok' };
    case 'given-up':
      return { label: 'Given up', look: 'plain' };
  }
}

/** How many of those who are needed have handed in. */
export const countWords = (handedIn: number, { needed }: Pick<ExpertPanel, 'needed'>): string =>
  handedIn < needed
    ? `Not enough yet (${handedIn} of ${needed})`
    : `${handedIn} handed in, ${needed} are needed`;

export const situationsWords = (count: number): string =>
  count === 1 ? '1 situation' : `${count} situations`;
export const optionsWords = (count: number): string => (count === 1 ? '1 option' : `${count} options`);

export const lastDayWords = ({ closesAt, closedAt }: ExpertPanel): string => formatDate(closedAt ?? closesAt);

export const columnsOf = (labels: readonly string[], numbers = 0): Column[] =>
  labels.map((label, place) => ({
    label,
    labelHidden: false,
    align: numbers > 0 && place > 0 && place <= numbers ? ('end' as const) : ('start' as const),
    sort: null,
  }));
