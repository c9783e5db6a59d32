import type { CriterionId } from '../kernel/ids.ts';
import type { JobTask } from './requisition.ts';

/** A row of the form as it was typed; an empty text is a row that nobody used. */
export interface TypedTask {
  readonly text: string;
  readonly often: JobTask['often'];
  readonly criteria: readonly string[];
}

export type ReadJobTasks =
  | { readonly kind: 'read'; readonly tasks: readonly JobTask[] }
  | { readonly kind: 'refused'; readonly problems: readonly TaskProblem[] };

interface TaskProblem {
  readonly row: number;
  readonly kind: 'no-text' | 'same-text' | 'long';
}

export const LONGEST_TASK = 200;

/** The tasks of the filled rows. Refuses criteria without a text, a text that is there twice, and one that is too long. */
export function readJobTasks(rows: readonly TypedTask[], criteria: readonly CriterionId[]): ReadJobTasks {
  const texts = rows.map(({ text }) => text.trim());
  const problems = rows.flatMap((row, index): readonly TaskProblem[] => {
    const text = texts[index] ?? '';
    if (text === '') return row.criteria.length > 0 ? [{ row: index, kind: 'no-text' }] : [];
    if (text.length > LONGEST_TASK) return [{ row: index, kind: 'long' }];
    return texts.indexOf(text) < index ? [{ row: index, kind: 'same-text' }] : [];
  });
  if (problems.length > 0) return { kind: 'refused', problems };
  return {
    kind: 'read',
    tasks: rows
      .filter((_, index) => texts[index] !== '')
      .map((row) => ({
        text: row.text.trim(),
        often: row.often,
        criteria: criteria.filter((id) => row.criteria.includes(id)),
      })),
  };
}
