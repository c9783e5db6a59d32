import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import { listDifferences } from '../../core/rubric/list-differences.ts';
import type { Publication, Rubric } from '../../core/rubric/rubric-draft.ts';
import { whyNotAdopted } from '../../core/rubric/why-not-adopted.ts';
import { summaryFor, textareaFor, type FormState } from '../../http/form-state.ts';
import type { Cell, Column, DataTable, Row } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { SCOPE, waitingWords } from './change-card.ts';
import { differencesTable } from './differences-table.ts';
import { effectOf } from './effect-list.ts';
import type { RubricAtWork } from './load-rubric.ts';
import type { Sample } from './load-sample.ts';
import type { DraftPreview } from './preview-draft.ts';
import { CHANGE, NEVER } from './rubric-words.ts';
import { sampleTable } from './sample-table.ts';
import { nameOf, versionsTable } from './versions-table.ts';

const column = (label: string): Column => ({ label, labelHidden: false, align: 'start', sort: null });
const linkTo = (text: string, id: string, sub: string | null): Cell => ({
  kind: 'link',
  text,
  href: `/rubric-changes/${id}`,
  sub,
});

/** Changes that wait for a second person, and every role with its versions. */
export function approvalsPage(waiting: readonly Rubric[], roles: readonly Requisition[]): PageReply {
  const titleOf = (id: string): string => roles.find((role) => role.id === id)?.title ?? 'A role';
  const rows = waiting.flatMap(({ requisitionId, publication }): Row[] =>
    publication === null
      ? []
      : [
          {
            lineAfter: null,
            cells: [
              linkTo(titleOf(requisitionId), requisitionId, `version ${publication.number}`),
              { kind: 'text', text: formatDate(publication.at), sub: null },
              { kind: 'text', text: publication.reason, sub: SCOPE[publication.scope] },
            ],
          },
        ],
  );
  const table = (
    id: string,
    heading: string,
    labels: readonly string[],
    all: Row[],
    empty: string,
  ): DataTable => ({
    id,
    heading,
    headingHidden: false,
    note: null,
    columns: labels.map(column),
    rows: all,
    empty,
    sortsInPlace: false,
  });
  const vm = {
    header: { heading: 'Rubric changes', sub: null, chips: [], buttons: [] },
    waiting: table(
      'waiting',
      'Waiting for a second person',
      ['Role', 'Asked for', 'Reason'],
      rows,
      'Nothing waits.',
    ),
    roles: table(
      'roles',
      'Versions of every role',
      ['Role', 'Made'],
      roles.map(({ id, title, createdAt }) => ({
        lineAfter: null,
        cells: [linkTo(title, id, null), { kind: 'text', text: formatDate(createdAt), sub: null }],
      })),
      'There is no role yet.',
    ),
  };
  return { kind: 'page', layout: 'staff', view: 'rubric-editor/approvals', title: 'Rubric changes', vm };
}

interface ApprovalView {
  readonly actor: Actor;
  readonly at: RubricAtWork;
  readonly waiting: Publication | null;
  readonly preview: DraftPreview | null;
  readonly sample: Sample | null;
  readonly form: FormState;
  readonly now: Date;
}

/** One role's change as its second person reads it: what, why, by whom and with what effect. */
export function approvalPage(view: ApprovalView): PageReply {
  const { at, waiting, preview, form } = view;
  const { requisition } = at;
  const vm = {
    breadcrumb: {
      links: [{ label: 'Rubric changes', href: '/rubric-changes' }],
      here: requisition.title,
    },
    header: {
      heading: waiting === null ? 'Rubric' : `Rubric version ${waiting.number}, not yet approved`,
      sub: requisition.title,
      chips: [],
      buttons: [],
    },
    summary: summaryFor(form),
    waiting: waiting === null || preview === null ? null : waitingOf(view, waiting, preview),
    versions: versionsTable(at, `/rubric-changes/${requisition.id}`),
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'rubric-editor/approval',
    title: `Rubric change: ${requisition.title}`,
    simulated: requisition.simulated,
    vm,
  };
}

function waitingOf(
  { actor, at, sample, form, now }: ApprovalView,
  waiting: Publication,
  preview: DraftPreview,
) {
  const { current, intake, rubric, requisition } = at;
  const here = `/rubric-changes/${requisition.id}`;
  const own = waiting.by === actor.personId;
  const never = whyNotAdopted(requisition, waiting);
  return {
    lines: [
      `${nameOf(at, waiting.by)} asked for it on ${formatDate(waiting.at)}, ${SCOPE[waiting.scope]}.`,
      CHANGE[preview.change.kind].effect,
      ...(never !== null
        ? [NEVER[never]]
        : [own ? 'This change is yours, so somebody else has to approve it.' : waitingWords(waiting, now)]),
    ],
    reason: waiting.reason,
    effect: effectOf(intake, preview),
    sample:
      sample === null || sample.responses === 0 ? null : sampleTable(sample, waiting.content, current.number),
    differences: differencesTable(listDifferences(current, waiting.content), at.form, {
      id: 'differences',
      heading: `What changes since version ${current.number}`,
      before: `Version ${current.number}`,
      after: `Version ${waiting.number}`,
      note: null,
    }),
    settle: own
      ? null
      : {
          approve: never === null ? `${here}/approval` : null,
          refuse: `${here}/refusal`,
          rev: String(rubric.rev),
          reason: textareaFor(form, {
            name: 'reason',
            label: 'Why it goes back',
            hint: 'Whoever wrote it reads this with the draft.',
            rows: 3,
          }),
        },
  };
}
