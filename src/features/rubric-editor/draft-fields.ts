import type { Form } from '../../core/form/form.ts';
import type { CriterionId } from '../../core/kernel/ids.ts';
import type { DraftProblem } from '../../core/rubric/draft-problems.ts';
import { formUnderRubric } from '../../core/rubric/form-under-rubric.ts';
import type { LevelNumber, RubricContent } from '../../core/rubric/rubric.ts';
import { writtenPrompts } from '../../core/scoring/written-prompts.ts';
import type { RawFields } from '../../http/route.ts';

/** Names of the editor's fields, which are their ids as well, and how long each text may be. */
export const ORDER = 'criterion';
export const fieldNames = {
  weight: (id: CriterionId) => `weight-${id}`,
  label: (id: CriterionId) => `label-${id}`,
  definition: (id: CriterionId) => `definition-${id}`,
  asked: (id: CriterionId) => `asked-${id}`,
  levelLabel: (id: CriterionId, level: LevelNumber) => `name-${id}-${level}`,
  anchor: (id: CriterionId, level: LevelNumber) => `anchor-${id}-${level}`,
  example: (id: CriterionId, level: LevelNumber) => `example-${id}-${level}`,
} as const;
export const LONGEST = { label: 60, definition: 600, levelLabel: 40, anchor: 600, example: 1000 } as const;

/** A stored draft as if it had just been typed. */
export function typedDraft(content: RubricContent, form: Form): RawFields {
  const prompts = writtenPrompts(formUnderRubric(form, content.criteria));
  const fields: [string, string | readonly string[]][] = content.criteria.flatMap((criterion) => {
    const { id, label, definition, weight, levels } = criterion;
    return [
      [fieldNames.weight(id), String(weight)],
      [fieldNames.label(id), label],
      [fieldNames.definition(id), definition],
      [
        fieldNames.asked(id),
        prompts.filter((prompt) => prompt.criteria.some((one) => one.criterion === id)).map((one) => one.id),
      ],
      ...levels.flatMap((level): [string, string][] => [
        [fieldNames.levelLabel(id, level.level), level.label],
        [fieldNames.anchor(id, level.level), level.anchor],
        [fieldNames.example(id, level.level), level.example ?? ''],
      ]),
    ];
  });
  return { [ORDER]: content.criteria.map(({ id }) => id), ...Object.fromEntries(fields) };
}

/** The field in which a problem is mended. */
export function fieldOf({ kind, criterion: id, level }: DraftProblem): string {
  if (id === null) return 'criteria';
  if (level !== null) {
    if (kind === 'no-level-label') return fieldNames.levelLabel(id, level);
    return kind === 'no-example' ? fieldNames.example(id, level) : fieldNames.anchor(id, level);
  }
  if (kind === 'weight-not-whole') return `criteria-${id}`;
  if (kind === 'no-definition') return fieldNames.definition(id);
  return kind === 'too-few-prompts' ? fieldNames.asked(id) : fieldNames.label(id);
}
