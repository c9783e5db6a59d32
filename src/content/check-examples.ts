import { basename } from 'node:path';
import type { AuthoredAssessment } from './authored-assessment.ts';
import type { ContentProblem } from './content-problem.ts';
import { problemAt } from './problem-at.ts';
import { repeatedIn } from './repeated-in.ts';
import type { ReadFile } from './read-yaml.ts';
import type { AuthoredExamples } from './rubric-shapes.ts';
import { scoredItems } from './scored-items.ts';

/** Example responses: to a prompt of the form, a level for exactly its criteria, each with words of the text. */
export function checkExamples(assessment: AuthoredAssessment): readonly ContentProblem[] {
  const ids = assessment.examples.flatMap((read) =>
    read.value.examples.map(({ id }, index) => ({ id, index, read })),
  );
  const twice = repeatedIn(ids.map(({ id }) => id)).flatMap(({ name, index }) => {
    const place = ids[index];
    if (place === undefined) return [];
    const what = `The example "${name}" is there twice.`;
    return [problemAt(place.read, ['examples', place.index, 'id'], what, 'Give one of them another id.')];
  });
  return [...twice, ...assessment.examples.flatMap((read) => checkFile(assessment, read))];
}

function checkFile(
  assessment: AuthoredAssessment,
  read: ReadFile<AuthoredExamples>,
): readonly ContentProblem[] {
  const { item } = read.value;
  const prompt = scoredItems(assessment).find(({ value }) => value.id === item)?.value;
  if (prompt?.kind !== 'written-response' || basename(read.file, '.yaml') !== item) {
    const what = `"${item}" is not the prompt that this file is named after.`;
    return [
      problemAt(read, ['item'], what, 'Name the file and the item after a written prompt of form.yaml.'),
    ];
  }
  const wanted = prompt.criteria.map(({ criterion }) => String(criterion));
  return read.value.examples.flatMap((_, index) => checkExample(read, index, wanted));
}

function checkExample(
  read: ReadFile<AuthoredExamples>,
  index: number,
  wanted: readonly string[],
): readonly ContentProblem[] {
  const example = read.value.examples[index];
  if (example === undefined) return [];
  const at = ['examples', index, 'levels'];
  const given = Object.keys(example.levels);
  const wrong = [
    ...wanted.filter((criterion) => !given.includes(criterion)).map((name) => `has no level for ${name}`),
    ...given.filter((criterion) => !wanted.includes(criterion)).map((name) => `has a level for ${name}`),
  ].map((words) =>
    problemAt(read, at, `${example.id} ${words}.`, `Give a level for ${wanted.join(', ')}, and no other.`),
  );
  const misquoted = Object.entries(example.levels)
    .filter(([, { cites }]) => !example.a.includes(cites) && !example.b.includes(cites))
    .map(([criterion]) =>
      problemAt(
        read,
        [...at, criterion, 'cites'],
        `The cited words are not in ${example.id}.`,
        'Copy them exactly from step a or b, on one line.',
      ),
    );
  return [...wrong, ...misquoted];
}
