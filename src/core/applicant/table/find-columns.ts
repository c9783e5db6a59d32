import { isWholeAddress } from '../mail-address.ts';
import { splitRecords, type TableRecord } from './split-records.ts';

type Delimiter = ',' | ';' | '\t';
type ColumnUse = 'email' | 'name' | 'firstName' | 'lastName' | 'reference';

/** Where each thing stands, counted from 0; what the first line calls it, or null where it names nothing. */
export interface TableColumns {
  readonly delimiter: Delimiter;
  readonly named: boolean;
  readonly places: Readonly<Partial<Record<ColumnUse, number>>>;
  readonly headings: readonly string[];
}

/** The spellings that are understood, those that say it best first. Capitals, spaces and signs do not matter. */
const SPELLINGS: Readonly<Record<ColumnUse, readonly string[]>> = {
  email: ['email', 'emailaddress', 'mail', 'mailaddress', 'address'],
  name: ['name', 'fullname', 'candidate', 'candidatename', 'applicant', 'applicantname'],
  firstName: ['firstname', 'givenname', 'forename'],
  lastName: ['lastname', 'surname', 'familyname'],
  reference: ['reference', 'ref', 'externalid', 'id', 'candidateid', 'applicantid'],
};
const USES = Object.keys(SPELLINGS) as ColumnUse[];
const DELIMITERS: readonly Delimiter[] = [',', ';', '\t'];
const LONGEST_FIRST_LINE = 10_000;

type Found =
  | { readonly kind: 'found'; readonly columns: TableColumns }
  /** The first line neither names a column for addresses nor holds an address. */
  | { readonly kind: 'no-address-column'; readonly firstLine: string }
  | { readonly kind: 'empty' };

/**
 * Reads the first line that is not empty. It names the columns; or, where an address stands in it, it is the first
 * person already, and then the cell beside the address holds the name and a third one the reference.
 */
export function findColumns(text: string): Found {
  const start = /^[\s\uFEFF]*(?:sep=.\s+)?/i.exec(text)?.[0].length ?? 0;
  if (start === text.length) return { kind: 'empty' };
  const sample = text.slice(start, start + LONGEST_FIRST_LINE);
  const readings = DELIMITERS.map((delimiter) => readFirst(sample, delimiter));
  const [best] = readings.flatMap((one) => one ?? []).sort((left, right) => right.score - left.score);
  if (best?.columns.places.email !== undefined) return { kind: 'found', columns: best.columns };
  return { kind: 'no-address-column', firstLine: (/^[^\r\n]*/.exec(sample)?.[0] ?? '').slice(0, 80) };
}

function readFirst(text: string, delimiter: Delimiter): { columns: TableColumns; score: number } | null {
  const record: TableRecord | undefined = splitRecords(text, delimiter).next().value ?? undefined;
  if (record?.kind !== 'cells') return null;
  const headings = record.cells.map((cell) => cell.trim());
  const named = !headings.some(isWholeAddress);
  const places = named ? placesByName(headings) : placesByOrder(headings);
  const understood = Object.keys(places).length;
  const score = (places.email === undefined ? 0 : 1000) + understood * 10 + Math.min(headings.length, 9);
  return { columns: { delimiter, named, places, headings: named ? headings : [] }, score };
}

function placesByName(headings: readonly string[]): TableColumns['places'] {
  const plain = headings.map((heading) => heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  const placeOf = (use: ColumnUse): [ColumnUse, number][] => {
    const spelling = SPELLINGS[use].find((one) => plain.includes(one));
    return spelling === undefined ? [] : [[use, plain.indexOf(spelling)]];
  };
  return Object.fromEntries(USES.flatMap(placeOf));
}

function placesByOrder(cells: readonly string[]): TableColumns['places'] {
  const email = cells.findIndex(isWholeAddress);
  const [name, reference] = cells.map((_cell, index) => index).filter((index) => index !== email);
  return {
    email,
    ...(name === undefined ? {} : { name }),
    ...(reference === undefined ? {} : { reference }),
  };
}
