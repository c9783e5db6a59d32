import type { CriterionId } from '../kernel/ids.ts';
import { LEAST_PROMPTS } from '../scoring/criterion-score.ts';
import { writtenPrompts } from '../scoring/written-prompts.ts';
import type { Form } from '../form/form.ts';
import { MOST_CRITERIA } from './check-rubric.ts';
import { formUnderRubric } from './form-under-rubric.ts';
import type { Criterion, LevelNumber, RubricContent } from './rubric.ts';

/** What stands in the way of publishing a draft, and where: at a level, at a criterion, or at the whole. */
export interface DraftProblem {
  readonly kind:
    | 'no-criteria'
    | 'too-many-criteria'
    | 'weights-not-100'
    | 'weight-not-whole'
    | 'no-label'
    | 'same-label'
    | 'no-definition'
    | 'no-level-label'
    | 'no-anchor'
    | 'same-anchor'
    | 'no-example'
    | 'no-job-task'
    | 'too-few-prompts'
    | 'prompt-without-criterion';
  readonly criterion: CriterionId | null;
  readonly level: LevelNumber | null;
  /** How much there is of what is too much or too little; the title of a prompt nobody would rate. */
  readonly found: string | null;
}

export interface DraftInput {
  readonly content: RubricContent;
  readonly form: Form;
  /** The job analysis that the weights rest on; while it is empty nothing can be asked of it. */
  readonly tasks: readonly { readonly criteria: readonly CriterionId[] }[];
}

/** Everything that keeps a draft from being published, in the order of its page; empty when nothing does. */
export function draftProblems({ content, form, tasks }: DraftInput): readonly DraftProblem[] {
  const { criteria } = content;
  const asked = writtenPrompts(formUnderRubric(form, criteria));
  const needed = new Set(tasks.flatMap((task) => task.criteria));
  return [
    ...ofWhole(criteria),
    ...criteria.flatMap((criterion) => {
      const prompts = asked.filter((prompt) => prompt.criteria.some((one) => one.criterion === criterion.id));
      return [
        ...ofCriterion(criterion, criteria),
        ...(tasks.length > 0 && !needed.has(criterion.id) ? [at('no-job-task', criterion)] : []),
        ...(prompts.length < LEAST_PROMPTS
          ? [at('too-few-prompts', criterion, null, String(prompts.length))]
          : []),
        ...criterion.levels.flatMap((level) => ofLevel(criterion, level)),
      ];
    }),
    ...asked
      .filter((prompt) => criteria.length > 0 && prompt.criteria.length === 0)
      .map(({ title }) => at('prompt-without-criterion', null, null, title)),
  ];
}

const at = (
  kind: DraftProblem['kind'],
  criterion: Criterion | null,
  level: LevelNumber | null = null,
  found: string | null = null,
): DraftProblem => ({ kind, criterion: criterion?.id ?? null, level, found });

function ofWhole(criteria: readonly Criterion[]): readonly DraftProblem[] {
  if (criteria.length === 0) return [at('no-criteria', null)];
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return [
    ...(criteria.length > MOST_CRITERIA
      ? [at('too-many-criteria', null, null, String(criteria.length))]
      : []),
    ...(total === 100 ? [] : [at('weights-not-100', null, null, String(total))]),
  ];
}

function ofCriterion(criterion: Criterion, criteria: readonly Criterion[]): readonly DraftProblem[] {
  const { label, definition, weight } = criterion;
  const first = criteria.find((one) => plain(one.label) === plain(label));
  return [
    ...(Number.isInteger(weight) && weight >= 0 && weight <= 100 ? [] : [at('weight-not-whole', criterion)]),
    ...(isEmpty(label) ? [at('no-label', criterion)] : []),
    ...(!isEmpty(label) && first !== criterion ? [at('same-label', criterion)] : []),
    ...(isEmpty(definition) ? [at('no-definition', criterion)] : []),
  ];
}

function ofLevel(criterion: Criterion, level: Criterion['levels'][number]): readonly DraftProblem[] {
  const { level: number, label, anchor, example } = level;
  const first = criterion.levels.find((one) => plain(one.anchor) === plain(anchor));
  return [
    ...(isEmpty(label) ? [at('no-level-label', criterion, number)] : []),
    ...(isEmpty(anchor) ? [at('no-anchor', criterion, number)] : []),
    ...(!isEmpty(anchor) && first !== level
      ? [at('same-anchor', criterion, number, String(first?.level))]
      : []),
    ...(isEmpty(example ?? '') ? [at('no-example', criterion, number)] : []),
  ];
}

const plain = (text: string): string => text.trim().toLowerCase();
const isEmpty = (text: string): boolean => text.trim() === '';
