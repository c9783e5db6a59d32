import type { Form } from '../core/form/form.ts';
import type { Key, KeyedItem } from '../core/form/key.ts';
import type { Level, RubricContent } from '../core/rubric/rubric.ts';
import type { AuthoredAssessment } from './authored-assessment.ts';
import type { PlanningPrecision } from './key-shapes.ts';
import { toForm } from './public-forms.ts';

/** An assessment whole: what adoption copies into the store. Import directions keep it from every page. */
export interface KeyedForm {
  readonly form: Form;
  readonly key: Key;
  readonly rubric: RubricContent;
  readonly precision: PlanningPrecision;
}

export function keyedForms(shelf: readonly AuthoredAssessment[]): readonly KeyedForm[] {
  return shelf.map((assessment) => ({
    form: toForm(assessment),
    key: toKey(assessment),
    rubric: toRubric(assessment),
    precision: assessment.precision.value,
  }));
}

function toKey({ about, blueprint, keys }: AuthoredAssessment): Key {
  const { dimensions, situations } = blueprint.value;
  const items = situations.map(({ item, dimension }): [string, KeyedItem] => [
    item,
    { dimension, options: keys.value.items[item]?.options ?? {} },
  ]);
  return {
    assessmentId: about.value.id,
    formVersion: about.value.version,
    status: keys.value.status,
    dimensions,
    items: Object.fromEntries(items),
  };
}

function toRubric({ rubric, examples }: AuthoredAssessment): RubricContent {
  return {
    criteria: rubric.value.criteria.map(({ levels, ...criterion }) => ({
      ...criterion,
      levels: levels.map(({ example, ...level }): Level => ({ ...level, example: example.cites })),
    })),
    examples: examples.flatMap(({ value }) =>
      value.examples.map((example) => ({ ...example, itemId: value.item })),
    ),
  };
}
