import type { AuthoredAssessment } from './authored-assessment.ts';
import type { ContentProblem } from './content-problem.ts';
import type { AuthoredItem } from './item-shape.ts';
import { problemAt } from './problem-at.ts';
import { repeatedIn } from './repeated-in.ts';
import { scoredItems } from './scored-items.ts';

/** Every scored situation and prompt has its line in the blueprint, decided before it was written. */
export function checkBlueprint(assessment: AuthoredAssessment): readonly ContentProblem[] {
  const { blueprint } = assessment;
  const dimensions = new Set<string>(blueprint.value.dimensions.map(({ id }) => id));
  const unknown = blueprint.value.situations.flatMap(({ dimension, item }, index) => {
    if (dimensions.has(dimension)) return [];
    const what = `${item} is for the dimension "${dimension}", which is not listed above.`;
    const remedy = `Name one of ${[...dimensions].join(', ')}.`;
    return [problemAt(blueprint, ['situations', index, 'dimension'], what, remedy)];
  });
  const items = scoredItems(assessment).map(({ value }) => value);
  const isPrompt = ({ kind }: AuthoredItem) => kind === 'written-response';
  return [
    ...unknown,
    ...checkLines(
      assessment,
      'situations',
      items.filter((item) => !isPrompt(item)).map(({ id }) => id),
    ),
    ...checkLines(
      assessment,
      'prompts',
      items.filter(isPrompt).map(({ id }) => id),
    ),
  ];
}

function checkLines(
  { blueprint }: AuthoredAssessment,
  list: 'situations' | 'prompts',
  wanted: readonly string[],
): readonly ContentProblem[] {
  const found = blueprint.value[list].map(({ item }) => String(item));
  const missing = wanted
    .filter((id) => !found.includes(id))
    .map((id) =>
      problemAt(blueprint, [list], `${id} is not in the blueprint.`, `Add its line under ${list}.`),
    );
  const strange = found.flatMap((id, index) =>
    wanted.includes(id)
      ? []
      : [
          problemAt(
            blueprint,
            [list, index],
            `${id} is in no part of form.yaml.`,
            'Correct the id or remove it.',
          ),
        ],
  );
  const twice = repeatedIn(found).map(({ name, index }) =>
    problemAt(blueprint, [list, index], `${name} is there twice.`, 'Remove one of them.'),
  );
  return [...missing, ...strange, ...twice];
}
