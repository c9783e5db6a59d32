import type { JobTask } from '../../core/requisition/requisition.ts';
import { errorOf, fieldFor, summaryFor, textsOf, type FormState } from '../../http/form-state.ts';
import type { CheckboxList, DefinitionList, Field, Select } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { frameOf, OVERTAKEN } from './page-frame.ts';
import type { RoleContext } from './read-role.ts';
import { OFTEN } from './words.ts';

const SPARE_ROWS = 3;

interface TaskRow {
  readonly legend: string;
  readonly text: Field;
  readonly often: Select;
  readonly criteria: CheckboxList;
}

/** Fields of stored tasks as if they had been typed. */
export function typedTasks(tasks: readonly JobTask[]): FormState['values'] {
  return {
    text: tasks.map(({ text }) => text),
    often: tasks.map(({ often }) => often),
    criteria: tasks.flatMap((task, row) => task.criteria.map((id) => `${row}:${id}`)),
  };
}

/** The tasks of the job: what the weights of the rubric rest on. After opening it can only be read. */
export function jobAnalysisPage(role: RoleContext, form: FormState, overtaken: boolean): PageReply {
  const { actor, requisition } = role;
  const stored = storedTasks(role);
  const draft = requisition.state === 'draft';
  const vm = {
    ...frameOf(actor, requisition, 'Job analysis'),
    summary: summaryFor(form),
    overtaken: overtaken ? OVERTAKEN : null,
    action: `/requisitions/${requisition.id}/job-analysis`,
    rev: String(requisition.rev),
    rows: draft ? taskRows(role, form) : [],
    stored: draft && !overtaken ? null : stored,
    settled: !draft,
    confirmed:
      requisition.confirmation === null
        ? null
        : `Confirmed by ${requisition.confirmation.by} on ${dateOf(requisition.confirmation.at)}. Changing the tasks takes the confirmation away.`,
    confirmation:
      draft && requisition.tasks.length > 0
        ? fieldFor(form, {
            name: 'by',
            label: 'Who confirms these tasks?',
            hint: 'Somebody who knows the job: name and function.',
          })
        : null,
  };
  const title = `Job analysis: ${requisition.title}`;
  const simulated = requisition.simulated;
  return { kind: 'page', layout: 'staff', view: 'requisitions/job-analysis', title, vm, simulated };
}

const dateOf = (at: Date): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(at);

function storedTasks({ requisition, rubric }: RoleContext): DefinitionList {
  const labels = new Map<string, string>(rubric.criteria.map(({ id, label }) => [id, label]));
  return {
    items: requisition.tasks.map(({ text, often, criteria }) => ({
      term: text,
      cell: {
        kind: 'text',
        text: OFTEN[often],
        sub: criteria.length === 0 ? 'no criterion' : criteria.map((id) => labels.get(id) ?? id).join(', '),
      },
    })),
  };
}

function taskRows(role: RoleContext, form: FormState): readonly TaskRow[] {
  const texts = textsOf(form, 'text');
  const used = texts.findLastIndex((text) => text.trim() !== '') + 1;
  const count = Math.max(texts.length, used + SPARE_ROWS);
  return Array.from({ length: count }, (_, row) => taskRow(role, form, row));
}

function taskRow({ rubric }: RoleContext, form: FormState, row: number): TaskRow {
  const often = textsOf(form, 'often')[row] ?? 'weekly';
  const ticked = textsOf(form, 'criteria');
  return {
    legend: `Task ${row + 1}`,
    text: fieldFor(form, {
      id: `text-${row}`,
      name: 'text',
      label: 'What is done',
      value: textsOf(form, 'text')[row] ?? '',
      error: errorOf(form, `text-${row}`),
      required: false,
    }),
    often: {
      id: `often-${row}`,
      name: 'often',
      label: 'How often',
      hint: null,
      error: null,
      value: often,
      options: Object.entries(OFTEN).map(([value, label]) => ({ value, label })),
    },
    criteria: {
      id: `criteria-${row}`,
      name: 'criteria',
      label: 'Needs',
      hint: null,
      error: null,
      options: rubric.criteria.map(({ id, label }) => {
        const value = `${row}:${id}`;
        return { value, label, hint: null, checked: ticked.includes(value) };
      }),
    },
  };
}
