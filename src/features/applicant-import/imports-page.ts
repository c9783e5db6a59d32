import type { ApplicantImport } from '../../core/applicant/applicant-import.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import { errorOf, summaryFor, textareaFor, type FormState } from '../../http/form-state.ts';
import type { Chip, DataTable, EmptyState, PageHeader, Row } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { importsPath, pageFrame } from './page-frame.ts';

/** An import with the name of whoever read it in. */
export interface PastImport {
  readonly one: ApplicantImport;
  readonly by: string;
}

export const STATES: Readonly<Record<ApplicantImport['state'], Chip>> = {
  checked: { label: 'Not confirmed', look: 'warn' },
  running: { label: 'Inviting', look: 'accent' },
  finished: { label: 'Finished', look: 'ok' },
  stopped: { label: 'Stopped', look: 'danger' },
};

const COLUMNS: readonly [label: string, align: 'start' | 'end'][] = [
  ['Read on', 'start'],
  ['By', 'start'],
  ['State', 'start'],
  ['To invite', 'end'],
  ['Invited', 'end'],
  ['Refused lines', 'end'],
];

/** The form for a file or a pasted table, and what was imported before. */
export function importsPage(
  actor: Actor,
  requisition: Requisition,
  past: readonly PastImport[],
  form: FormState,
): PageReply {
  const header: PageHeader = {
    heading: 'Import applicants',
    sub: requisition.title,
    chips: [],
    buttons: [],
  };
  const open = requisition.state === 'open';
  const vm = {
    ...pageFrame(actor, requisition, null),
    header,
    summary: summaryFor(form),
    action: importsPath(requisition),
    file: {
      id: 'file',
      hint: 'A CSV file up to 5 MB with at most 10,000 people. In a spreadsheet choose “Save as” and CSV UTF-8.',
      error: errorOf(form, 'file'),
    },
    pasted: textareaFor(form, {
      name: 'table',
      label: 'Or paste the table',
      hint: 'Copy the cells of a spreadsheet and paste them here, or one person a line.',
      rows: 5,
      required: false,
    }),
    notOpen: open ? null : notOpen(requisition),
    past: pastTable(requisition, past),
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'applicant-import/imports',
    title: `Import applicants: ${requisition.title}`,
    vm,
    simulated: requisition.simulated,
  };
}

function notOpen({ id, state }: Requisition): EmptyState {
  return state === 'draft'
    ? {
        heading: 'The role is still a draft',
        text: 'Finish its set-up and open it. Then you can import applicants here.',
        buttons: [
          { kind: 'link', label: 'See what is missing', look: 'primary', href: `/requisitions/${id}` },
        ],
      }
    : {
        heading: 'The role is not open',
        text: 'Nobody can be invited any more. Assessments that were started run their full time.',
        buttons: [],
      };
}

function pastTable(requisition: Requisition, past: readonly PastImport[]): DataTable | null {
  if (past.length === 0) return null;
  return {
    id: 'past',
    heading: 'Imports so far',
    headingHidden: false,
    note: 'Counts only. Names and addresses stay with the invitations.',
    columns: COLUMNS.map(([label, align]) => ({ label, labelHidden: false, align, sort: null })),
    rows: past.map((one) => pastRow(requisition, one)),
    empty: '',
    sortsInPlace: false,
  };
}

function pastRow(requisition: Requisition, { one, by }: PastImport): Row {
  const href = `${importsPath(requisition)}/${one.id}`;
  const number = (value: number) => ({ kind: 'text', text: value.toLocaleString('en'), sub: null }) as const;
  return {
    lineAfter: null,
    cells: [
      { kind: 'link', text: formatDate(one.checkedAt), href, sub: null },
      { kind: 'text', text: by, sub: null },
      { kind: 'chips', chips: [STATES[one.state]] },
      number(one.table.people),
      number(one.invited),
      number(one.table.refused),
    ],
  };
}
