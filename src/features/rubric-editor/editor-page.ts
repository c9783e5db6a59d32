import type { Actor } from '../../core/person/person.ts';
import { draftProblems } from '../../core/rubric/draft-problems.ts';
import type { Rubric } from '../../core/rubric/rubric-draft.ts';
import type { RubricContent } from '../../core/rubric/rubric.ts';
import { summaryFor, textOf, textsOf, type FormState } from '../../http/form-state.ts';
import type { DataTable, Notice, RankList } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { formatCount } from '../../presentation/format-count.ts';
import { criterionCard } from './criterion-card.ts';
import { fieldNames, fieldOf, ORDER, typedDraft } from './draft-fields.ts';
import type { RubricAtWork } from './load-rubric.ts';
import { frameOf } from './page-frame.ts';
import { returnedWords } from './returned-words.ts';
import { problemWords, tasksWords } from './rubric-words.ts';

/** Why the editor is shown again with what was typed instead of what is stored. */
export interface Overtaken {
  readonly notice: Notice;
  /** What is stored beside what was typed; null where nothing is stored. */
  readonly differences: DataTable | null;
}

/** The editor, filled with what is stored or with what was typed and could not be saved. */
export function editorPage(
  actor: Actor,
  at: RubricAtWork,
  content: RubricContent,
  form: FormState,
  overtaken: Overtaken | null = null,
): PageReply {
  const { requisition, rubric } = at;
  const here = `/requisitions/${requisition.id}/rubric`;
  const ids = textsOf(form, ORDER) as readonly RubricContent['criteria'][number]['id'][];
  const cards = ids.map((id, index) => criterionCard(at, form, id, index));
  const vm = {
    ...frameOf(actor, requisition, {
      heading: 'Edit the rubric',
      chips: [{ label: 'Draft, not published', look: 'warn' }],
    }),
    summary: summaryFor(form),
    returned: overtaken === null && rubric.draft !== null ? returnedWords(at, rubric.draft) : null,
    overtaken,
    problems: overtaken === null && form.problems.length === 0 ? problemsOf(at, content) : null,
    action: `${here}/draft`,
    rev: String(rubric.rev),
    unsaved: overtaken !== null || form.problems.length > 0,
    saved: savedWords(at, rubric),
    order: orderOf(form, ids, cards),
    cards,
    removed: removedFrom(at, ids),
    tasks: content.criteria.map((criterion) => ({
      label: criterion.label.trim() || 'A criterion without a name',
      text: tasksWords(requisition.tasks, criterion),
    })),
    jobAnalysis: `/requisitions/${requisition.id}/job-analysis`,
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'rubric-editor/editor',
    title: `Edit the rubric: ${requisition.title}`,
    simulated: requisition.simulated,
    vm,
  };
}

/** What can be brought back: with the text it had in the draft, or as the version that counts has it. */
function removedFrom({ rubric, current }: RubricAtWork, ids: readonly string[]) {
  const edited = rubric.draft?.removed?.criteria ?? [];
  const published = current.criteria.filter(({ id }) => !edited.some((one) => one.id === id));
  return [...edited, ...published]
    .filter(({ id }) => !ids.includes(id))
    .map(({ id, label }) => ({ id, label: label.trim() || 'the criterion without a name' }));
}

/** The editor with what is stored in it. */
export function storedEditor(actor: Actor, at: RubricAtWork, content: RubricContent): PageReply {
  return editorPage(actor, at, content, { values: typedDraft(content, at.form), problems: [] });
}

function problemsOf({ requisition, form }: RubricAtWork, content: RubricContent) {
  const problems = draftProblems({ content, form, tasks: requisition.tasks });
  return {
    heading:
      problems.length === 0
        ? 'This draft can be published'
        : `Before it can be published: ${formatCount(problems.length, 'thing', 'things')} to mend`,
    lines: problems.map((problem) => ({
      text: problemWords(problem, content.criteria),
      href: `#${fieldOf(problem)}`,
    })),
  };
}

function savedWords({ people }: RubricAtWork, { draft }: Rubric): string | null {
  if (draft === null) return null;
  const who = people.find(({ id }) => id === draft.changedBy)?.name ?? 'somebody who is gone';
  const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  return `Last saved by ${who}, ${when.format(draft.changedAt)} UTC`;
}

function orderOf(
  form: FormState,
  ids: readonly RubricContent['criteria'][number]['id'][],
  cards: readonly { readonly heading: string }[],
): RankList | null {
  if (ids.length === 0) return null;
  const weights = ids.map((id) => textOf(form, fieldNames.weight(id)));
  const total = weights.reduce((sum, weight) => sum + (Number(weight) || 0), 0);
  const wrong = form.problems.find(
    ({ field }) => field === 'criteria' || ids.some((id) => field === `criteria-${id}`),
  );
  return {
    id: 'criteria',
    label: 'Criteria and their weights',
    hint: 'Percent of the Written score. The total must be 100.',
    error: wrong?.message ?? null,
    name: ORDER,
    items: ids.map((id, index) => ({
      value: id,
      label: cards[index]?.heading ?? id,
      number: { name: fieldNames.weight(id), value: weights[index] ?? '' },
    })),
    unit: '%',
    total: total === 100 ? 'Total 100 %' : `Total ${total} %. It must be 100.`,
  };
}
