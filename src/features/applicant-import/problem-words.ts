import type { NotedLine } from '../../core/applicant/applicant-import.ts';

type Kind = NotedLine['kind'];

const WORDS: Readonly<Record<Exclude<Kind, 'twice'>, string>> = {
  'no-address': 'There is no e-mail address.',
  'broken-address': 'The e-mail address is not whole.',
  'two-addresses': 'There are two addresses. Write one person a line.',
  long: 'It is too long.',
  formula: 'It begins like a formula (=, +, - or @).',
  'control-character': 'It holds a control character or a line break.',
  'unreadable-character': 'It holds a character that could not be read.',
  'more-cells':
    'There are more cells than the first line names. A text with a comma needs quotation marks around it.',
  'broken-quote': 'A quotation mark opens a text and none closes it.',
  'long-line': 'The line is too long for one person.',
  'invited-already': 'This address is invited in this role already.',
};

const FIELDS = { email: 'Address', name: 'Name', reference: 'Reference' } as const;

export function problemWords({ kind, firstLine }: Pick<NotedLine, 'kind' | 'firstLine'>): string {
  return kind === 'twice' ? `This address stands on line ${firstLine ?? 0} already.` : WORDS[kind];
}

export const fieldWords = (field: NotedLine['field']): string =>
  field === null ? 'Whole line' : FIELDS[field];
