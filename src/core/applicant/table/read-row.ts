import { isWholeAddress, LONGEST_ADDRESS, LONGEST_NAME } from '../mail-address.ts';
import type { TableColumns } from './find-columns.ts';

/** What can be wrong with one cell or one line. */
export type RowProblemKind =
  | 'no-address'
  | 'broken-address'
  | 'two-addresses'
  | 'long'
  | 'formula'
  | 'control-character'
  | 'unreadable-character'
  | 'more-cells'
  | 'broken-quote'
  | 'long-line';

export type RowField = 'email' | 'name' | 'reference';

/** The texts of a row as they stand, without what was only put around them. */
export type RowTexts = Readonly<Record<RowField, string>>;

export interface RowProblem {
  readonly kind: RowProblemKind;
  /** Null where the whole line is meant. */
  readonly field: RowField | null;
}

export type ReadRow =
  | { readonly kind: 'person'; readonly texts: RowTexts }
  | { readonly kind: 'refused'; readonly texts: RowTexts; readonly problem: RowProblem };

const LONGEST: Readonly<Record<RowField, number>> = {
  email: LONGEST_ADDRESS,
  name: LONGEST_NAME,
  reference: 60,
};
/** A spreadsheet that opens an export would compute it. Full-width signs count as well. */
const FORMULA = /^[=+\-@＝＋－＠]/u;
/** Our own exports put an apostrophe before such a cell. */
const GUARDED = /^'(?=\s*[=+\-@＝＋－＠])/u;
/** Control characters, halves of characters, and signs that turn the direction of a text. */
const CONTROL = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;
/** In an address no invisible sign has a place. */
const INVISIBLE = /\p{C}/u;
const FIELDS: readonly RowField[] = ['email', 'name', 'reference'];

/** The person of a row, or the first thing that is wrong with it. */
export function readRow(cells: readonly string[], columns: TableColumns): ReadRow {
  const texts = textsOf(cells, columns);
  const problem = problemOf(cells, columns, texts);
  if (problem !== null) return { kind: 'refused', texts, problem };
  const name = texts.name === '' ? (texts.email.split('@')[0] ?? '') : texts.name;
  return { kind: 'person', texts: { ...texts, name } };
}

function textsOf(cells: readonly string[], { places }: TableColumns): RowTexts {
  const at = (place: number | undefined): string =>
    place === undefined ? '' : (cells[place] ?? '').trim().replace(GUARDED, '').trim();
  const parts = [at(places.firstName), at(places.lastName)].filter((part) => part !== '').join(' ');
  return {
    email: at(places.email),
    name: (at(places.name) || parts).replace(/ {2,}/g, ' '),
    reference: at(places.reference),
  };
}

function problemOf(cells: readonly string[], columns: TableColumns, texts: RowTexts): RowProblem | null {
  // A cell too many means that something moved: an unquoted “Ruiz, Ana” would put the name where the address is.
  const width = columns.headings.length;
  if (columns.named && cells.slice(width).some((cell) => cell.trim() !== ''))
    return { kind: 'more-cells', field: null };
  for (const field of FIELDS) {
    const kind = signsWrong(texts[field], field);
    if (kind !== null) return { kind, field };
  }
  const kind = addressWrong(texts.email);
  return kind === null ? null : { kind, field: 'email' };
}

function signsWrong(text: string, field: RowField): RowProblemKind | null {
  if (CONTROL.test(text) || (field === 'email' && INVISIBLE.test(text))) return 'control-character';
  if (text.includes('\uFFFD')) return 'unreadable-character';
  if (FORMULA.test(text)) return 'formula';
  return text.length > LONGEST[field] ? 'long' : null;
}

function addressWrong(email: string): RowProblemKind | null {
  if (email === '') return 'no-address';
  if (email.split('@').length > 2) return 'two-addresses';
  return isWholeAddress(email) ? null : 'broken-address';
}
