import { LEVELS } from '../core/rubric/rubric.ts';
import type { AuthoredAssessment } from './authored-assessment.ts';
import type { ContentProblem } from './content-problem.ts';
import { problemAt } from './problem-at.ts';
import { repeatedIn } from './repeated-in.ts';
import type { AuthoredRubric } from './rubric-shapes.ts';

type Criterion = AuthoredRubric['criteria'][number];

/** Criteria told apart, weights that add up to 100, all five levels, and words of a real example for each. */
export function checkRubricFiles(assessment: AuthoredAssessment): readonly ContentProblem[] {
  const { rubric } = assessment;
  const { criteria } = rubric.value;
  const twice = repeatedIn(criteria.map(({ id }) => id)).map(({ name, index }) =>
    problemAt(rubric, ['criteria', index, 'id'], `The criterion "${name}" is there twice.`, 'Rename one.'),
  );
  const sum = criteria.reduce((total, { weight }) => total + weight, 0);
  const weights =
    sum === 100
      ? []
      : [
          problemAt(
            rubric,
            ['criteria'],
            `The weights add up to ${sum}.`,
            'Change them so that they add up to 100.',
          ),
        ];
  const levels = criteria.flatMap((criterion, index) => [
    ...checkLevels(assessment, criterion, index),
    ...checkExampleWords(assessment, criterion, index),
  ]);
  return [...twice, ...weights, ...levels];
}

function checkLevels(
  { rubric }: AuthoredAssessment,
  criterion: Criterion,
  index: number,
): readonly ContentProblem[] {
  const found = criterion.levels.map(({ level }) => level).join(', ');
  if (found === LEVELS.join(', ')) return [];
  const what = `The levels of "${criterion.id}" are ${found}.`;
  return [
    problemAt(rubric, ['criteria', index, 'levels'], what, 'List the levels 1, 2, 3, 4, 5 in this order.'),
  ];
}

function checkExampleWords(
  { rubric, examples }: AuthoredAssessment,
  criterion: Criterion,
  index: number,
): readonly ContentProblem[] {
  const responses = examples.flatMap(({ value }) => value.examples);
  return criterion.levels.flatMap(({ level, example }, at) => {
    const path = ['criteria', index, 'levels', at, 'example'];
    const response = responses.find(({ id }) => id === example.response);
    if (response === undefined) {
      const what = `There is no example response "${example.response}".`;
      return [problemAt(rubric, [...path, 'response'], what, 'Name one of the examples/ files.')];
    }
    if (!response.a.includes(example.cites) && !response.b.includes(example.cites)) {
      const what = `The cited words are not in ${example.response}.`;
      return [problemAt(rubric, [...path, 'cites'], what, 'Copy them exactly, on one line of the text.')];
    }
    const given = response.levels[criterion.id]?.level;
    if (given === level) return [];
    const what = `${example.response} stands for level ${level} and has level ${given ?? 'none'}.`;
    return [problemAt(rubric, [...path, 'response'], what, 'Cite a response of this level.')];
  });
}
