import type { ExpertPanel } from '../../../core/expert-panel/expert-panel.ts';
import type { DataTable, EmptyState } from '../../../http/parts.ts';
import type { PageReply } from '../../../http/reply.ts';
import { formatDate } from '../../../presentation/format-date.ts';
import { columnsOf, countWords, panelHref, PANELS, stateChip } from './panel-words.ts';

interface Listed {
  readonly panel: ExpertPanel;
  readonly handedIn: number;
}

/** Every panel of the organisation, the newest first. */
export function listPage(panels: readonly Listed[], now: Date): PageReply {
  const setUp = {
    kind: 'link' as const,
    label: 'Set up a panel',
    look: 'primary' as const,
    href: `${PANELS.href}/new`,
  };
  const vm = {
    breadcrumb: { links: [{ label: 'Settings', href: '/settings' }], here: PANELS.label },
    header: {
      heading: PANELS.label,
      sub: 'People who know the job rate every option of an assessment. What they agree on becomes its key.',
      chips: [],
      buttons: panels.length === 0 ? [] : [setUp],
    },
    table: panels.length === 0 ? null : tableOf(panels, now),
    nothing: panels.length === 0 ? { ...nothing, buttons: [setUp] } : null,
  };
  return { kind: 'page', layout: 'staff', view: 'expert-panel/list', title: PANELS.label, vm };
}

const nothing: Omit<EmptyState, 'buttons'> = {
  heading: 'There is no panel yet',
  text: 'Until a panel has published a key, Judgment rests on the authors’ key and is kept back in every role that is not simulated.',
};

function tableOf(panels: readonly Listed[], now: Date): DataTable {
  return {
    id: 'panels',
    heading: 'Panels',
    headingHidden: true,
    note: null,
    columns: columnsOf(['Assessment', 'State', 'Experts', 'Last day']),
    rows: panels.map(({ panel, handedIn }) => ({
      lineAfter: null,
      cells: [
        {
          kind: 'link',
          text: panel.assessmentTitle,
          href: panelHref(panel),
          sub: `set up on ${formatDate(panel.createdAt)}`,
        },
        { kind: 'chips', chips: [stateChip(panel, now)] },
        { kind: 'text', text: countWords(handedIn, panel), sub: null },
        { kind: 'text', text: formatDate(panel.closesAt), sub: null },
      ],
    })),
    empty: nothing.heading,
    sortsInPlace: false,
  };
}
