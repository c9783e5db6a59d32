import { basename } from 'node:path';
import type { ContentProblem } from './content-problem.ts';
import type { AuthoredAssessment } from './authored-assessment.ts';
import type { AuthoredItem } from './item-shape.ts';
import { problemAt } from './problem-at.ts';
import type { ReadFile } from './read-yaml.ts';
import { repeatedIn } from './repeated-in.ts';

/** Items by themselves: one file each under its own id, options told apart, criteria that the rubric has. */
export function checkItems({ items, rubric, form }: AuthoredAssessment): readonly ContentProblem[] {
  const criteria = new Set<string>(rubric.value.criteria.map(({ id }) => id));
  const practice = new Set<string>(form.value.practice);
  return items.flatMap((read) => [
    ...checkName(read),
    ...(read.value.kind === 'written-response'
      ? checkPrompt(read, read.value, criteria)
      : checkOptions(read, read.value.options)),
    ...checkExplanation(read, practice.has(read.value.id)),
  ]);
}

function checkName(read: ReadFile<AuthoredItem>): readonly ContentProblem[] {
  const name = basename(read.file, '.yaml');
  if (name === read.value.id) return [];
  return [
    problemAt(
      read,
      ['id'],
      `The id "${read.value.id}" differs from the file's name "${name}".`,
      'Give both the same word, so that no id is there twice.',
    ),
  ];
}

function checkOptions(
  read: ReadFile<AuthoredItem>,
  options: readonly { readonly id: string }[],
): readonly ContentProblem[] {
  return repeatedIn(options.map(({ id }) => id)).map(({ index, name }) =>
    problemAt(
      read,
      ['options', index],
      `The option "${name}" is there twice.`,
      'Give one of them another id.',
    ),
  );
}

function checkPrompt(
  read: ReadFile<AuthoredItem>,
  prompt: AuthoredItem & { kind: 'written-response' },
  criteria: ReadonlySet<string>,
): readonly ContentProblem[] {
  const problems = prompt.criteria.flatMap(({ criterion, chance }, index) => {
    if (!criteria.has(criterion)) {
      const known = [...criteria].join(', ');
      const what = `The criterion "${criterion}" is not in rubric.yaml.`;
      return [problemAt(read, ['criteria', index, 'criterion'], what, `Name one of ${known}.`)];
    }
    return isQuoted(prompt, chance)
      ? []
      : [
          problemAt(
            read,
            ['criteria', index, 'chance'],
            'The sentence that gives the chance is not in the situation, the update or an ask.',
            'Quote it word for word.',
          ),
        ];
  });
  const twice = repeatedIn(prompt.criteria.map(({ criterion }) => criterion)).map(({ index, name }) =>
    problemAt(read, ['criteria', index], `The criterion "${name}" is there twice.`, 'Remove one of them.'),
  );
  const guide =
    prompt.guide.min < prompt.guide.max && prompt.guide.max <= prompt.maxWords
      ? []
      : [
          problemAt(
            read,
            ['guide'],
            'The guide is not a range below maxWords.',
            'Make min < max ≤ maxWords.',
          ),
        ];
  return [...problems, ...twice, ...guide];
}

/** The chance stands in quotation marks in the file; they and the line breaks of the text do not matter. */
function isQuoted(prompt: AuthoredItem & { kind: 'written-response' }, chance: string): boolean {
  const text = [prompt.situation, prompt.stepA.ask, prompt.stepB.update, prompt.stepB.ask].join('\n');
  return oneLine(text).includes(oneLine(chance.replace(/^"(.*)"$/s, '$1')));
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function checkExplanation(read: ReadFile<AuthoredItem>, practice: boolean): readonly ContentProblem[] {
  if (practice && read.value.explanation === undefined) {
    return [problemAt(read, ['explanation'], '"explanation" is missing.', 'Say why an answer works here.')];
  }
  if (!practice && read.value.explanation !== undefined) {
    const what = '"explanation" stands in an item that is scored.';
    return [
      problemAt(read, ['explanation'], what, 'Remove it, or list the item under practice in form.yaml.'),
    ];
  }
  return [];
}
