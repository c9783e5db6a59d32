import type { JobTask } from '../../core/requisition/requisition.ts';
import type { ChangeKind } from '../../core/rubric/classify-change.ts';
import type { DraftProblem } from '../../core/rubric/draft-problems.ts';
import type { NotAdopted } from '../../core/rubric/rubric-draft.ts';
import type { Criterion } from '../../core/rubric/rubric.ts';

/** What a change of each kind does to scores. */
export const CHANGE: Readonly<Record<ChangeKind, { readonly name: string; readonly effect: string }>> = {
  none: { name: 'no change', effect: 'The draft says the same as the version that counts.' },
  words: { name: 'words', effect: 'Only words change that no rater goes by. Every score stays as it is.' },
  order: { name: 'order', effect: 'Only the order of the criteria changes. Every score stays as it is.' },
  weights: {
    name: 'weights',
    effect: 'Written is computed again from the levels that were given. Nobody has to rate again.',
  },
  anchors: {
    name: 'anchors',
    effect: 'Raters go by other anchors, so every response is rated again before the new version counts.',
  },
  structure: {
    name: 'criteria',
    effect:
      'Criteria or where they are asked change, so every response is rated again before the new version counts.',
  },
};

/** Why a change for everybody came to nothing. */
export const NOT_ADOPTED: Readonly<Record<NotAdopted, string>> = {
  locked:
    'somebody was rejected under the version before it, so nobody in that intake may be measured otherwise',
  overtaken: 'its intake went over to another version meanwhile',
};

/** The same of a change that still waits. */
export const NEVER: Readonly<Record<NotAdopted, string>> = {
  locked:
    'Somebody was rejected under the version that counts, so nobody in this intake may be measured otherwise. The change cannot be approved any more; withdrawn or sent back, it can be published for people invited from now on.',
  overtaken:
    'The intake goes by another version now. The change cannot be approved any more; withdrawn or sent back, it is a draft again.',
};

const OFTEN: Readonly<Record<JobTask['often'], string>> = {
  daily: 'every day',
  weekly: 'every week',
  monthly: 'every month',
  rarely: 'rarely',
};

/** What is wrong in a draft and what to do about it. */
export function problemWords(problem: DraftProblem, criteria: readonly Criterion[]): string {
  const index = criteria.findIndex(({ id }) => id === problem.criterion);
  const label = criteria[index]?.label.trim() ?? '';
  const name = label === '' ? `Criterion ${index + 1}` : label;
  const where = problem.level === null ? name : `${name}, level ${problem.level}`;
  const found = problem.found ?? '';
  const words: Readonly<Record<DraftProblem['kind'], string>> = {
    'no-criteria': 'Add at least one criterion.',
    'too-many-criteria': `There are ${found} criteria. Remove some: raters keep at most six apart.`,
    'weights-not-100': `The weights add up to ${found}. Change them until they make 100.`,
    'weight-not-whole': `${where}: enter a whole weight from 0 to 100.`,
    'no-label': `${where}: give it a name.`,
    'same-label': `${where}: another criterion has this name. Change one of them.`,
    'no-definition': `${where}: say in a sentence what it is about.`,
    'no-level-label': `${where}: give the level a name.`,
    'no-anchor': `${where}: write what a text of this level does.`,
    'same-anchor': `${where}: this says the same as level ${found}. Nobody could tell them apart.`,
    'no-example': `${where}: write an example response of this level.`,
    'no-job-task': `${where}: no task of the job analysis needs it, so its weight rests on nothing. Remove it.`,
    'too-few-prompts': `${where}: it is asked in ${found} of the prompts. A score needs two.`,
    'prompt-without-criterion': `Nobody would rate the prompt “${found}”. Ask a criterion in it.`,
  };
  return words[problem.kind];
}

/** The tasks that need a criterion, in one line. */
export function tasksWords(tasks: readonly JobTask[], { id }: Pick<Criterion, 'id'>): string {
  const needing = tasks.filter(({ criteria }) => criteria.includes(id));
  if (needing.length === 0) return 'No task of the job analysis names it.';
  return needing.map(({ text, often }) => `${text} (${OFTEN[often]})`).join(' · ');
}
