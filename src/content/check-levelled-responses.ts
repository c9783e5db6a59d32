import { basename } from 'node:path';
import type { ItemId } from '../core/kernel/ids.ts';
import type { AuthoredAssessment } from './authored-assessment.ts';
import type { ContentProblem } from './content-problem.ts';
import { problemAt } from './problem-at.ts';
import { repeatedIn } from './repeated-in.ts';
import type { ReadFile } from './read-yaml.ts';
import type { LevelledResponse } from './rubric-shapes.ts';
import { scoredItems } from './scored-items.ts';

interface LevelledFile {
  readonly read: ReadFile<unknown>;
  readonly item: ItemId;
  readonly responses: readonly LevelledResponse[];
}

interface Levelled {
  /** The field of the file that lists the responses, and what one of them is called. */
  readonly field: string;
  readonly called: string;
  readonly files: readonly LevelledFile[];
}

/** Responses to a prompt of the form, each id once, a level for exactly its criteria, each with words of the text. */
export function checkLevelledResponses(
  assessment: AuthoredAssessment,
  { field, called, files }: Levelled,
): readonly ContentProblem[] {
  const ids = files.flatMap(({ read, responses }) =>
    responses.map(({ id }, index) => ({ id, at: [field, index, 'id'], read })),
  );
  const twice = repeatedIn(ids.map(({ id }) => id)).flatMap(({ name, index }) => {
    const place = ids[index];
    if (place === undefined) return [];
    const what = `The ${called} "${name}" is there twice.`;
    return [problemAt(place.read, place.at, what, 'Give one of them another id.')];
  });
  return [...twice, ...files.flatMap((file) => checkFile(assessment, field, file))];
}

function checkFile(
  assessment: AuthoredAssessment,
  field: string,
  { read, item, responses }: LevelledFile,
): readonly ContentProblem[] {
  const prompt = scoredItems(assessment).find(({ value }) => value.id === item)?.value;
  if (prompt?.kind !== 'written-response' || basename(read.file, '.yaml') !== item) {
    const what = `"${item}" is not the prompt that this file is named after.`;
    return [
      problemAt(read, ['item'], what, 'Name the file and the item after a written prompt of form.yaml.'),
    ];
  }
  const wanted = prompt.criteria.map(({ criterion }) => String(criterion));
  return responses.flatMap((response, index) =>
    checkResponse(read, [field, index, 'levels'], response, wanted),
  );
}

function checkResponse(
  read: ReadFile<unknown>,
  at: readonly PropertyKey[],
  response: LevelledResponse,
  wanted: readonly string[],
): readonly ContentProblem[] {
  const given = Object.keys(response.levels);
  const wrong = [
    ...wanted.filter((criterion) => !given.includes(criterion)).map((name) => `has no level for ${name}`),
    ...given.filter((criterion) => !wanted.includes(criterion)).map((name) => `has a level for ${name}`),
  ].map((words) =>
    problemAt(read, at, `${response.id} ${words}.`, `Give a level for ${wanted.join(', ')}, and no other.`),
  );
  const misquoted = Object.entries(response.levels)
    .filter(([, { cites }]) => !response.a.includes(cites) && !response.b.includes(cites))
    .map(([criterion]) =>
      problemAt(
        read,
        [...at, criterion, 'cites'],
        `The cited words are not in ${response.id}.`,
        'Copy them exactly from step a or b, on one line.',
      ),
    );
  return [...wrong, ...misquoted];
}
