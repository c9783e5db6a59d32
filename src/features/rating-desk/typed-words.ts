import type { Criterion } from '../../core/rubric/rubric.ts';
import { UNRATABLE_REASONS } from '../../core/rating/rating-task.ts';
import { textOf, type FormState } from '../../http/form-state.ts';
import { unratableWords } from './rating-words.ts';

export interface Typed {
  readonly term: string;
  readonly text: string;
}

/** What stands in a rating form, field by field; without what was left empty. */
export function typedWords(values: FormState['values'], criteria: readonly Criterion[]): readonly Typed[] {
  const form: FormState = { values, problems: [] };
  const unratable = UNRATABLE_REASONS.find((reason) => reason === textOf(form, 'unratable'));
  const ofCriteria = criteria.flatMap(({ id, label }) => [
    { term: label, text: levelWords(textOf(form, `level-${id}`)) },
    { term: `Words that decide it: ${label}`, text: textOf(form, `quote-${id}`) },
  ]);
  return [
    ...ofCriteria,
    { term: 'Reason', text: textOf(form, 'reason') },
    { term: 'Cannot be rated', text: unratable === undefined ? '' : unratableWords(unratable) },
  ].filter(({ text }) => text !== '');
}

const levelWords = (level: string): string => (level === '' ? '' : `Level ${level}`);
