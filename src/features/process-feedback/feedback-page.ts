import { FEEDBACK_GROUP } from '../../core/feedback/process-feedback.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Breadcrumb, Cell, Column, DataTable, EmptyState, PageHeader } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import type { ReadFeedback } from './read-feedback.ts';

interface FeedbackVm {
  readonly breadcrumb: Breadcrumb;
  readonly header: PageHeader;
  readonly few: EmptyState | null;
  readonly table: DataTable | null;
  readonly texts: readonly string[];
  readonly note: string;
}

/** What candidates say about the process: counts, and words without anything that tells whose they are. */
export function feedbackPage({ id, title, simulated }: Requisition, found: ReadFeedback): PageReply {
  const heading = 'What candidates say';
  const vm: FeedbackVm = {
    breadcrumb: {
      links: [
        { label: 'Roles', href: '/requisitions' },
        { label: title, href: `/requisitions/${id}` },
      ],
      here: heading,
    },
    header: { heading, sub: title, chips: [], buttons: [] },
    few: found.kind === 'few' ? few : null,
    table: found.kind === 'few' ? null : tableOf(found),
    texts: found.kind === 'few' ? [] : found.texts,
    note: 'In random order, without label or date. Please do not try to find out who wrote them.',
  };
  const view = 'process-feedback/feedback';
  return { kind: 'page', layout: 'staff', view, title: `${heading}: ${title}`, vm, simulated };
}

const few: EmptyState = {
  heading: `Shown from ${FEEDBACK_GROUP} answers on`,
  text: `After handing in, candidates are asked two questions about the process. You see what they say together once ${FEEDBACK_GROUP} have answered, so that nobody can be recognised.`,
  buttons: [],
};

const STEPS = ['Not at all', 'A little', 'Partly', 'Mostly', 'Fully'] as const;

function tableOf({ people, fair, clear }: ReadFeedback & { kind: 'shown' }): DataTable {
  const column = (label: string, align: Column['align']): Column => ({
    label,
    labelHidden: false,
    align,
    sort: null,
  });
  const row = (question: string, counts: readonly number[]) => ({
    cells: [question, ...counts.map(String)].map((text): Cell => ({ kind: 'text', text, sub: null })),
    lineAfter: null,
  });
  return {
    id: 'feedback',
    heading: `${people} candidates`,
    headingHidden: false,
    note: `Counted in groups of ${FEEDBACK_GROUP}: the latest answers appear with the next full group.`,
    columns: [column('Question', 'start'), ...STEPS.map((label) => column(label, 'end'))],
    rows: [row('A fair chance to show what they can do', fair), row('Clear what they had to do', clear)],
    empty: '',
    sortsInPlace: false,
  };
}
