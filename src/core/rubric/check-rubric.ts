import { LEVELS, type Criterion, type ExampleResponse, type RubricContent } from './rubric.ts';

export const MOST_CRITERIA = 6;

/** One thing wrong with a rubric: where it is and what to do about it. */
export interface RubricProblem {
  readonly at: string;
  readonly kind:
    | 'no-criteria'
    | 'too-many-criteria'
    | 'same-id'
    | 'same-label'
    | 'empty-text'
    | 'weights-not-100'
    | 'weight-not-whole'
    | 'levels-not-1-to-5'
    | 'same-anchor'
    | 'unknown-criterion'
    | 'level-not-cited'
    | 'cite-not-in-text';
}

/**
 * What keeps a rubric from being published; empty when nothing does. One to six criteria with ids and labels of their
 * own, whole weights that add up to 100, and for each exactly the levels 1 to 5 with anchors that differ. Example
 * responses rate every criterion they name with words that stand in their text.
 */
export function checkRubric({ criteria, examples }: RubricContent): readonly RubricProblem[] {
  return [
    ...checkCriteria(criteria),
    ...criteria.flatMap(checkCriterion),
    ...repeated(examples.map(({ id }) => id)).map((id) => ({
      at: `examples.${id}`,
      kind: 'same-id' as const,
    })),
    ...examples.flatMap((example) => checkExample(example, criteria)),
  ];
}

function checkCriteria(criteria: readonly Criterion[]): readonly RubricProblem[] {
  const problems: RubricProblem[] = [];
  if (criteria.length === 0) problems.push({ at: 'criteria', kind: 'no-criteria' });
  if (criteria.length > MOST_CRITERIA) problems.push({ at: 'criteria', kind: 'too-many-criteria' });
  for (const id of repeated(criteria.map((criterion) => criterion.id))) {
    problems.push({ at: `criteria.${id}`, kind: 'same-id' });
  }
  for (const label of repeated(criteria.map((criterion) => plain(criterion.label)))) {
    problems.push({ at: `criteria "${label}"`, kind: 'same-label' });
  }
  if (criteria.length > 0 && criteria.reduce((sum, { weight }) => sum + weight, 0) !== 100) {
    problems.push({ at: 'criteria', kind: 'weights-not-100' });
  }
  return problems;
}

function checkCriterion({ id, label, definition, weight, levels }: Criterion): readonly RubricProblem[] {
  const at = `criteria.${id}`;
  const texts = [label, definition, ...levels.flatMap((level) => [level.label, level.anchor])];
  const problems: RubricProblem[] = [];
  if (texts.some((text) => text.trim() === '')) problems.push({ at, kind: 'empty-text' });
  if (!Number.isInteger(weight) || weight < 0) problems.push({ at, kind: 'weight-not-whole' });
  const numbers = levels.map(({ level }) => level);
  if (numbers.join() !== LEVELS.join()) problems.push({ at, kind: 'levels-not-1-to-5' });
  for (const anchor of repeated(levels.map((level) => plain(level.anchor)))) {
    problems.push({ at: `${at} "${anchor}"`, kind: 'same-anchor' });
  }
  return problems;
}

function checkExample(example: ExampleResponse, criteria: readonly Criterion[]): readonly RubricProblem[] {
  const at = `examples.${example.id}`;
  const known = new Set<string>(criteria.map(({ id }) => id));
  return Object.entries(example.levels).flatMap(([criterion, { cites, because }]): RubricProblem[] => {
    const here = `${at}.levels.${criterion}`;
    if (!known.has(criterion)) return [{ at: here, kind: 'unknown-criterion' }];
    if (cites.trim() === '' || because.trim() === '') return [{ at: here, kind: 'level-not-cited' }];
    const verbatim = example.a.includes(cites) || example.b.includes(cites);
    return verbatim ? [] : [{ at: here, kind: 'cite-not-in-text' }];
  });
}

const plain = (text: string): string => text.trim().toLowerCase();

function repeated(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) < index))];
}
