import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import { emptyForm, errorOf, summaryFor, textOf, type FormState } from '../../http/form-state.ts';
import type { DefinitionList, RadioCards, Select } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { changeCard } from './change-card.ts';
import type { RubricAtWork } from './load-rubric.ts';
import { frameOf, link } from './page-frame.ts';
import { returnedWords } from './returned-words.ts';
import { tasksWords } from './rubric-words.ts';
import { nameOf, versionsTable } from './versions-table.ts';

export interface RubricView {
  readonly actor: Actor;
  readonly at: RubricAtWork;
  readonly mayEdit: boolean;
  /** Other roles of this person, whose rubrics a draft may start from. */
  readonly others: readonly Requisition[];
  readonly form: FormState | null;
  readonly now: Date;
}

/** What counts now, what is being written, what is on its way, and every version there has been. */
export function rubricPage(view: RubricView): PageReply {
  const { actor, at, mayEdit, form } = view;
  const { requisition, rubric, current } = at;
  const here = `/requisitions/${requisition.id}/rubric`;
  const open = mayEdit && requisition.state !== 'archived';
  const vm = {
    ...frameOf(actor, requisition, {
      heading: 'Rubric',
      chips: [{ label: `Version ${current.number} counts`, look: 'ok' }],
      buttons: [link('Read the anchors', `/requisitions/${requisition.id}/anchors`)],
    }),
    summary: summaryFor(form ?? emptyForm),
    change: changeCard(at, open, view.now),
    draft: open && rubric.publication === null ? draftOf(at, here) : null,
    begin: open && rubric.publication === null && rubric.draft === null ? beginForm(view, here) : null,
    weights: weightsOf(at),
    versions: versionsTable(at, here),
  };
  const title = `Rubric: ${requisition.title}`;
  const { simulated } = requisition;
  return { kind: 'page', layout: 'staff', view: 'rubric-editor/rubric', title, vm, simulated };
}

function draftOf(at: RubricAtWork, here: string) {
  const { draft, rev } = at.rubric;
  if (draft === null) return null;
  const { changedBy, changedAt } = draft;
  return {
    text: `Last saved by ${nameOf(at, changedBy)} on ${formatDate(changedAt)}.`,
    returned: returnedWords(at, draft),
    edit: `${here}/draft`,
    preview: `${here}/preview`,
    discard: `${here}/draft/discarding`,
    rev: String(rev),
  };
}

interface BeginForm {
  readonly action: string;
  readonly rev: string;
  readonly source: RadioCards;
  readonly role: Select | null;
}

function beginForm({ at, others, form }: RubricView, here: string): BeginForm {
  const filled = form ?? emptyForm;
  const option = (value: string, label: string, hint: string | null = null) => ({ value, label, hint });
  return {
    action: `${here}/draft/begin`,
    rev: String(at.rubric.rev),
    source: {
      id: 'source',
      name: 'source',
      label: 'Start from',
      hint: null,
      error: errorOf(filled, 'source'),
      value: textOf(filled, 'source') || 'published',
      required: true,
      options: [
        option('published', `Version ${at.current.number}, which counts now`),
        option('adopted', 'The rubric that came with the assessment'),
        ...(others.length > 0 ? [option('role', 'The rubric of another role', 'Chosen below.')] : []),
        option('empty', 'Nothing', 'A page without criteria.'),
      ],
    },
    role:
      others.length === 0
        ? null
        : {
            id: 'role',
            name: 'role',
            label: 'Role',
            hint: null,
            error: errorOf(filled, 'role'),
            value: textOf(filled, 'role'),
            options: [
              { value: '', label: 'Choose a role' },
              ...others.map(({ id, title }) => ({ value: id, label: title })),
            ],
          },
  };
}

const weightsOf = ({ requisition, current }: RubricAtWork): DefinitionList => ({
  items: current.criteria.map((criterion) => ({
    term: criterion.label,
    cell: {
      kind: 'text',
      text: `${criterion.weight} %`,
      sub: tasksWords(requisition.tasks, criterion),
    },
  })),
});
