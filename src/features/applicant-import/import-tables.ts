import type {
  ApplicantImport,
  ImportedPerson,
  NotedLine,
  RefusedLine,
} from '../../core/applicant/applicant-import.ts';
import type { Column, DataTable, DefinitionList } from '../../http/parts.ts';
import { fieldWords, problemWords } from './problem-words.ts';

const LONGEST_SHOWN = 60;

const columns = (labels: readonly string[]): Column[] =>
  labels.map((label) => ({ label, labelHidden: false, align: 'start', sort: null }));
const text = (shown: string) => ({ kind: 'text', text: shown, sub: null }) as const;
const shortened = (long: string): string =>
  long.length > LONGEST_SHOWN ? `${long.slice(0, LONGEST_SHOWN)}…` : long;

/** How people were read, so that a shifted column or a broken letter is seen before anybody is invited. */
export function firstPeopleTable(people: readonly ImportedPerson[]): DataTable | null {
  if (people.length === 0) return null;
  return {
    id: 'first-people',
    heading: 'Some people as they were read',
    headingHidden: false,
    note: null,
    columns: columns(['Name', 'Address', 'Reference', 'Line']),
    rows: people.map(({ name, email, reference, line }) => ({
      lineAfter: null,
      cells: [text(name), text(email), text(reference === '' ? '–' : reference), text(String(line))],
    })),
    empty: '',
    sortsInPlace: false,
  };
}

/** Lines that invite nobody. What stood in a refused one is shown as long as it is kept. */
export function notedTable({ table }: ApplicantImport, refused: readonly RefusedLine[]): DataTable | null {
  const { noted } = table;
  if (noted.length === 0) return null;
  const all = table.refused + table.twice + table.invitedAlready;
  const texts = new Map(refused.map((line) => [line.line, textOf(line)]));
  return {
    id: 'noted',
    heading: 'Lines that invite nobody',
    headingHidden: false,
    note:
      all > noted.length
        ? `The first ${noted.length} of ${all.toLocaleString('en')}. The file with the refused lines has all of those.`
        : null,
    columns: columns(['Line', 'Where', 'Problem', 'As it stands']),
    rows: noted.map((line) => ({ lineAfter: null, cells: notedCells(line, texts.get(line.line) ?? '–') })),
    empty: '',
    sortsInPlace: false,
  };
}

const notedCells = (line: NotedLine, stands: string) => [
  text(String(line.line)),
  text(fieldWords(line.field)),
  text(problemWords(line)),
  text(stands),
];

function textOf({ raw, field, email, name, reference }: RefusedLine): string {
  const whole =
    raw ?? (field === null ? [name, email, reference].join(', ') : { email, name, reference }[field]);
  return shortened(whole === '' ? '(empty)' : whole);
}

const DELIMITERS = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' } as const;
const USES = {
  email: 'Address',
  name: 'Name',
  firstName: 'First name',
  lastName: 'Last name',
  reference: 'Reference',
} as const;

/** Which column was taken for what. */
export function readingList({ table }: ApplicantImport): DefinitionList {
  const { delimiter, named, places, headings } = table.columns;
  const nameOf = (place: number) =>
    named ? `“${headings[place] ?? `column ${place + 1}`}”` : `column ${place + 1}`;
  const taken = (Object.keys(USES) as (keyof typeof USES)[]).flatMap((use) => {
    const place = places[use];
    return place === undefined ? [] : [{ term: USES[use], cell: text(nameOf(place)) }];
  });
  const first = named
    ? 'names the columns'
    : 'is the first person; the columns were found by where the address stands';
  return {
    items: [
      { term: 'Columns parted by', cell: text(DELIMITERS[delimiter]) },
      { term: 'The first line', cell: text(first) },
      ...taken,
    ],
  };
}
