import type { AuthoredAssessment } from './authored-assessment.ts';
import type { ContentProblem } from './content-problem.ts';
import { problemAt } from './problem-at.ts';
import { repeatedIn } from './repeated-in.ts';
import { scoredItems } from './scored-items.ts';

/** The form over its items: each is there, in one part, of that part's kind; every item is used. */
export function checkForm(assessment: AuthoredAssessment): readonly ContentProblem[] {
  return [
    ...checkFolder(assessment),
    ...checkSections(assessment),
    ...checkOneKind(assessment),
    ...checkPractice(assessment),
    ...checkUse(assessment),
  ];
}

function checkFolder({ folder, about }: AuthoredAssessment): readonly ContentProblem[] {
  if (about.value.id === folder) return [];
  const what = `The id "${about.value.id}" differs from the folder's name "${folder}".`;
  return [problemAt(about, ['id'], what, 'Give both the same word.')];
}

function checkSections({ form, items }: AuthoredAssessment): readonly ContentProblem[] {
  const kinds = new Map<string, string>(items.map(({ value }) => [value.id, value.kind]));
  const twice = repeatedIn(form.value.sections.map(({ id }) => id)).map(({ index, name }) =>
    problemAt(form, ['sections', index, 'id'], `The part "${name}" is there twice.`, 'Give one another id.'),
  );
  const wrong = form.value.sections.flatMap((section, at) =>
    section.items.flatMap((id, index) => {
      const path = ['sections', at, 'items', index];
      const kind = kinds.get(id);
      if (kind === undefined) {
        return [problemAt(form, path, `items/${id}.yaml is missing.`, 'Write it or take it off the list.')];
      }
      if ((kind === 'written-response') === (section.kind === 'written')) return [];
      const what = `${id} is of the kind ${kind} and cannot be in a ${section.kind} part.`;
      return [problemAt(form, path, what, 'Move it to a part of its kind.')];
    }),
  );
  return [...twice, ...wrong];
}

/** Ways of judging are scored differently, so the scored situations of a form all ask in one way. */
function checkOneKind(assessment: AuthoredAssessment): readonly ContentProblem[] {
  const judgment = scoredItems(assessment).filter(({ value }) => value.kind !== 'written-response');
  const first = judgment[0]?.value;
  return judgment
    .filter(({ value }) => value.kind !== first?.kind)
    .map((read) => {
      const what = `${read.value.id} is of the kind ${read.value.kind}, ${first?.id} of the kind ${first?.kind}.`;
      return problemAt(read, ['kind'], what, 'Use one kind of judgment item in a form.');
    });
}

function checkPractice({ form, items }: AuthoredAssessment): readonly ContentProblem[] {
  const known = new Set<string>(items.map(({ value }) => value.id));
  const scored = new Set<string>(form.value.sections.flatMap((section) => section.items));
  return form.value.practice.flatMap((id, index) => {
    if (!known.has(id)) {
      return [
        problemAt(form, ['practice', index], `items/${id}.yaml is missing.`, 'Write it or take it off.'),
      ];
    }
    if (!scored.has(id)) return [];
    const what = `${id} is practice and in a part.`;
    return [
      problemAt(form, ['practice', index], what, 'Practice items are never scored: remove one of them.'),
    ];
  });
}

function checkUse({ form, items }: AuthoredAssessment): readonly ContentProblem[] {
  const inParts: readonly string[] = form.value.sections.flatMap((section) => section.items);
  const twice = repeatedIn(inParts).map(({ name }) =>
    problemAt(form, ['sections'], `${name} is in a part twice.`, 'Remove one of them.'),
  );
  const used = new Set<string>([...inParts, ...form.value.practice]);
  const unused = items
    .filter(({ value }) => !used.has(value.id))
    .map((read) =>
      problemAt(
        read,
        ['id'],
        `${read.value.id} is in no part and no practice.`,
        'Add it to form.yaml or delete it.',
      ),
    );
  return [...twice, ...unused];
}
