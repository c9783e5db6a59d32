import type { Form, Section } from '../../core/form/form.ts';
import { countWord } from './words.ts';

/** One part in a sentence, as candidates read it before they start. */
export interface PartWords {
  readonly title: string;
  readonly line: string;
}

/** What the parts of a form ask, how long most people need and where the limit comes from. */
export function partWords(form: Form, timed: boolean): readonly PartWords[] {
  return form.sections.map((section, index) => ({
    title: `Part ${index + 1}: ${section.title}`,
    line: [
      countOf(section),
      `Most people need ${section.usualMinutes} minutes`,
      limitOf(form, section, timed),
    ]
      .filter((words) => words !== '')
      .join('. ')
      .concat('.'),
  }));
}

const countOf = ({ kind, items }: Section): string =>
  kind === 'judgment'
    ? countWord(items.length, 'situation to judge', 'situations to judge')
    : countWord(items.length, 'situation to answer in writing', 'situations to answer in writing');

function limitOf(form: Form, { minutes }: Section, timed: boolean): string {
  if (!timed) return 'There is no time limit';
  const limit = `The limit is ${minutes} minutes`;
  return form.limitSource === 'author' ? `${limit}, set by the author and not yet checked` : limit;
}
