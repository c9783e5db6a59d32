import type { CriterionId } from '../kernel/ids.ts';
import { LEVELS, type Criterion, type RubricContent } from './rubric.ts';

/** One button of the editor. */
export type CriteriaEdit =
  | { readonly kind: 'spread' }
  | { readonly kind: 'add'; readonly id: CriterionId }
  | { readonly kind: 'remove' | 'up' | 'down'; readonly id: CriterionId }
  /** What was removed comes back as `from` has it, under its own id: new ones have no ratings. */
  | { readonly kind: 'restore'; readonly id: CriterionId; readonly from: RubricContent };

/** The draft after one button was pressed; a button that no longer fits changes nothing. */
export function editCriteria(content: RubricContent, edit: CriteriaEdit): RubricContent {
  const { criteria } = content;
  switch (edit.kind) {
    case 'spread':
      return { ...content, criteria: spread(criteria) };
    case 'add':
      return { ...content, criteria: [...criteria, emptyCriterion(edit.id)] };
    case 'remove':
      return {
        criteria: criteria.filter(({ id }) => id !== edit.id),
        examples: content.examples.map((example) => ({
          ...example,
          levels: Object.fromEntries(Object.entries(example.levels).filter(([id]) => id !== edit.id)),
        })),
      };
    case 'restore':
      return restore(content, edit);
    case 'up':
    case 'down':
      return { ...content, criteria: move(criteria, edit.id, edit.kind === 'up' ? -1 : 1) };
  }
}

/** What is taken out of a draft by now, each criterion as it stood when it was removed, without those that are back. */
export function removedOf(
  removed: RubricContent,
  before: RubricContent,
  after: RubricContent,
): RubricContent {
  const isIn = ({ criteria }: RubricContent, id: string) => criteria.some((one) => one.id === id);
  const gone = before.criteria.filter(({ id }) => !isIn(after, id));
  const kept = removed.criteria.filter(({ id }) => !isIn(after, id) && !isIn(before, id));
  const levelsOf = ({ examples }: RubricContent, id: string, ids: readonly Criterion[]) =>
    Object.entries(examples.find((one) => one.id === id)?.levels ?? {}).filter(([criterion]) =>
      ids.some((one) => one.id === criterion),
    );
  return {
    criteria: [...kept, ...gone],
    examples: before.examples.map((example) => ({
      ...example,
      levels: Object.fromEntries([
        ...levelsOf(removed, example.id, kept),
        ...levelsOf(before, example.id, gone),
      ]),
    })),
  };
}

function restore(
  { criteria, examples }: RubricContent,
  { id, from }: Extract<CriteriaEdit, { kind: 'restore' }>,
): RubricContent {
  const before = from.criteria.find((criterion) => criterion.id === id);
  if (before === undefined || criteria.some((criterion) => criterion.id === id))
    return { criteria, examples };
  return {
    criteria: [...criteria, before],
    examples: examples.map((example) => {
      const level = from.examples.find((one) => one.id === example.id)?.levels[id];
      return level === undefined ? example : { ...example, levels: { ...example.levels, [id]: level } };
    }),
  };
}

/** Equal whole weights; what does not divide goes to the first ones. */
function spread(criteria: readonly Criterion[]): readonly Criterion[] {
  const share = Math.floor(100 / criteria.length);
  const rest = 100 - share * criteria.length;
  return criteria.map((criterion, index) => ({ ...criterion, weight: share + (index < rest ? 1 : 0) }));
}

const emptyCriterion = (id: CriterionId): Criterion => ({
  id,
  label: '',
  definition: '',
  weight: 0,
  levels: LEVELS.map((level) => ({ level, label: '', anchor: '', example: null })),
});

function move(criteria: readonly Criterion[], id: CriterionId, by: -1 | 1): readonly Criterion[] {
  const from = criteria.findIndex((criterion) => criterion.id === id);
  const moved = criteria[from];
  const other = criteria[from + by];
  return moved === undefined || other === undefined
    ? criteria
    : criteria.with(from, other).with(from + by, moved);
}
