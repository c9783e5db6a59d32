import type { CriterionId } from '../../core/kernel/ids.ts';
import { LEVELS } from '../../core/rubric/rubric.ts';
import { writtenPrompts } from '../../core/scoring/written-prompts.ts';
import { fieldFor, textareaFor, textOf, textsOf, type FormState } from '../../http/form-state.ts';
import type { CheckboxList, Field, Textarea } from '../../http/parts.ts';
import { fieldNames } from './draft-fields.ts';
import type { RubricAtWork } from './load-rubric.ts';

interface CriterionCard {
  readonly id: string;
  readonly heading: string;
  readonly label: Field;
  readonly definition: Textarea;
  readonly asked: CheckboxList;
  readonly levels: readonly {
    readonly legend: string;
    readonly name: Field;
    readonly anchor: Textarea;
    readonly example: Textarea;
  }[];
}

/** The fields of one criterion: what it is about, where it is asked, and its five levels. */
export function criterionCard(
  { form: asked }: Pick<RubricAtWork, 'form'>,
  form: FormState,
  id: CriterionId,
  index: number,
): CriterionCard {
  const label = textOf(form, fieldNames.label(id)).trim();
  return {
    id,
    heading: label === '' ? `Criterion ${index + 1}` : label,
    label: fieldFor(form, { name: fieldNames.label(id), label: 'Name', required: false }),
    definition: textareaFor(form, {
      name: fieldNames.definition(id),
      label: 'What it is about',
      hint: 'What a reader looks for in the text, not what the person is like.',
      rows: 2,
      required: false,
    }),
    asked: {
      id: fieldNames.asked(id),
      name: fieldNames.asked(id),
      label: 'Raters look for it in',
      hint: null,
      error: null,
      options: writtenPrompts(asked).map((prompt) => ({
        value: prompt.id,
        label: prompt.title,
        hint: null,
        checked: textsOf(form, fieldNames.asked(id)).includes(prompt.id),
      })),
    },
    levels: LEVELS.map((level) => ({
      legend: `Level ${level}`,
      name: fieldFor(form, { name: fieldNames.levelLabel(id, level), label: 'Name', required: false }),
      anchor: textareaFor(form, {
        name: fieldNames.anchor(id, level),
        label: 'What the text does',
        rows: 3,
        required: false,
      }),
      example: textareaFor(form, {
        name: fieldNames.example(id, level),
        label: 'Example response',
        rows: 3,
        required: false,
      }),
    })),
  };
}
