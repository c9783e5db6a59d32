import type { CriterionId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import { editCriteria, removedOf, type CriteriaEdit } from '../../core/rubric/edit-criteria.ts';
import { listDifferences } from '../../core/rubric/list-differences.ts';
import type { RubricContent } from '../../core/rubric/rubric.ts';
import { newLabel } from '../../ops/secrets.ts';
import { changeRubric, type RubricDeps } from './change-rubric.ts';
import type { RubricAtWork } from './load-rubric.ts';

/** The revision that the form was made from, and the button that was pressed. */
type Sent = Readonly<Record<string, unknown>> & { readonly rev: number };

type Saved =
  | { readonly kind: 'saved'; readonly edit: CriteriaEdit | null }
  | { readonly kind: 'changed-meanwhile' | 'under-way' };

/** Keeps what was typed, with the one button that was pressed, unless somebody saved since the page was opened. */
export async function saveDraft(
  deps: RubricDeps,
  actor: Actor,
  { rubric, current }: RubricAtWork,
  asked: { readonly fields: Sent; readonly content: RubricContent },
): Promise<Saved> {
  if (rubric.publication !== null) return { kind: 'under-way' };
  if (rubric.rev !== asked.fields.rev) return { kind: 'changed-meanwhile' };
  const removed = rubric.draft?.removed ?? NOTHING;
  const edit = editOf(asked.fields, removed, current);
  const looksOnly = asked.fields['action'] === 'preview' && saysTheSame(rubric.draft?.content, asked.content);
  if (looksOnly) return { kind: 'saved', edit };
  const content = edit === null ? asked.content : editCriteria(asked.content, edit);
  const gone = removedOf(removed, asked.content, content);
  const draft = {
    content,
    ...(gone.criteria.length === 0 ? {} : { removed: gone }),
    basedOn: rubric.draft?.basedOn ?? current.id,
    changedBy: actor.personId,
    changedAt: deps.clock(),
  };
  const outcome = await changeRubric(deps, {
    ...{ actor, rubric },
    type: 'rubric-draft-saved',
    changes: { draft },
    facts: { criteria: draft.content.criteria.length },
  });
  return outcome === 'changed' ? { kind: 'saved', edit } : { kind: outcome };
}

const saysTheSame = (stored: RubricContent | undefined, typed: RubricContent): boolean =>
  stored !== undefined && listDifferences(stored, typed).length === 0;

const NOTHING: RubricContent = { criteria: [], examples: [] };

function editOf(fields: Sent, removed: RubricContent, published: RubricContent): CriteriaEdit | null {
  for (const kind of ['up', 'down', 'remove'] as const) {
    const id = fields[kind];
    if (typeof id === 'string') return { kind, id: id as CriterionId };
  }
  const { restore } = fields;
  if (typeof restore === 'string') {
    const from = removed.criteria.some(({ id }) => id === restore) ? removed : published;
    return { kind: 'restore', id: restore as CriterionId, from };
  }
  if (fields['action'] === 'spread') return { kind: 'spread' };
  return fields['action'] === 'add'
    ? { kind: 'add', id: `c-${newLabel().toLowerCase()}` as CriterionId }
    : null;
}
