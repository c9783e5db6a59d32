import type {
  ApplicantImport,
  CheckedTable,
  ImportedPerson,
  NotedLine,
} from '../../core/applicant/applicant-import.ts';
import { decodeTable, type DecodedTable } from '../../core/applicant/table/decode-table.ts';
import { findColumns, type TableColumns } from '../../core/applicant/table/find-columns.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { newId } from '../../ops/secrets.ts';
import { emailKey } from '../../store/person-store.ts';
import { gatherLines, type GatheredLines } from './gather-lines.ts';

/** People that are invited with one write, or texts that are kept in one document. */
const PORTION = 250;
const ADDRESSES_AT_ONCE = 500;
const MOST_NOTED = 200;
const KEPT_MS = 24 * 60 * 60 * 1000;
const MOST_HEADINGS = 30;

/** A table as a file or as pasted text. */
export type GivenTable = { readonly bytes: Uint8Array } | { readonly text: string };

type Checked =
  | { readonly kind: 'checked'; readonly importId: string }
  | { readonly kind: 'not-open' | 'workbook' | 'not-text' | 'empty' | 'too-many' }
  | { readonly kind: 'no-address-column'; readonly firstLine: string };

/** Reads a table and keeps what it found for a day. Nobody is invited before somebody confirms it. */
export async function checkTable(
  deps: Deps,
  actor: Actor,
  requisition: Requisition,
  given: GivenTable,
): Promise<Checked> {
  if (requisition.state !== 'open') return { kind: 'not-open' };
  const decoded = decode(given);
  if (decoded.kind === 'not-text')
    return { kind: decoded.looksLike === 'workbook' ? 'workbook' : 'not-text' };
  const found = findColumns(decoded.text);
  if (found.kind !== 'found') return found;
  const gathered = await gatherLines(decoded.text, found.columns);
  if (gathered === 'too-many') return { kind: 'too-many' };
  const { people, refused, twice } = gathered;
  if (people.length + refused.length + twice.length === 0) return { kind: 'empty' };
  const importId = newId<string>();
  const read = { encoding: decoded.encoding, columns: boundHeadings(found.columns), gathered };
  await keepImport(deps, actor, requisition, importId, read);
  return { kind: 'checked', importId };
}

const decode = (given: GivenTable): DecodedTable =>
  'text' in given ? { kind: 'text', text: given.text, encoding: 'utf-8' } : decodeTable(given.bytes);

const boundHeadings = ({ headings, ...columns }: TableColumns): TableColumns => ({
  ...columns,
  headings: headings.slice(0, MOST_HEADINGS).map((heading) => heading.slice(0, 60)),
});

interface ReadTable {
  readonly encoding: CheckedTable['encoding'];
  readonly columns: TableColumns;
  readonly gathered: GatheredLines;
}

async function keepImport(
  deps: Deps,
  { personId }: Actor,
  { organisationId, id: requisitionId }: Requisition,
  id: string,
  { encoding, columns, gathered }: ReadTable,
): Promise<void> {
  const { stores, clock } = deps;
  const key = { id, organisationId, requisitionId };
  const known = await findKnown(deps, key, gathered.people);
  const people = gathered.people.filter((person) => !known.has(person));
  const again = [...known].map(({ line }): NotedLine => ({
    line,
    kind: 'invited-already',
    field: 'email',
    firstLine: null,
  }));
  const portions = inPortions(people);
  const checkedAt = clock();
  const expiresAt = new Date(checkedAt.getTime() + KEPT_MS);
  await stores.applicantImportTexts.insertPeople(key, portions, expiresAt);
  await stores.applicantImportTexts.insertRefused(key, inPortions(gathered.refused), expiresAt);
  const table: CheckedTable = {
    encoding,
    columns,
    people: people.length,
    portions: portions.length,
    refused: gathered.refused.length,
    twice: gathered.twice.length,
    invitedAlready: again.length,
    noted: noted(gathered, again),
  };
  await stores.applicantImports.insert(newImport(key, personId, checkedAt, table), expiresAt);
}

type Key = Pick<ApplicantImport, 'id' | 'organisationId' | 'requisitionId'>;

/** Those whose address is invited in this role already. */
async function findKnown(
  { stores }: Deps,
  { organisationId, requisitionId }: Key,
  people: readonly ImportedPerson[],
): Promise<ReadonlySet<ImportedPerson>> {
  const known = new Set<ImportedPerson>();
  for (const some of inPortions(people, ADDRESSES_AT_ONCE)) {
    const addresses = some.map(({ email }) => email);
    const invited = await stores.applicants.findInvitedAddresses(organisationId, requisitionId, addresses);
    for (const person of some) if (invited.has(emailKey(person.email))) known.add(person);
  }
  return known;
}

function noted({ refused, twice }: GatheredLines, again: readonly NotedLine[]): readonly NotedLine[] {
  const wrong = refused.map(({ line, kind, field }): NotedLine => ({ line, kind, field, firstLine: null }));
  return [...wrong, ...twice, ...again].sort((left, right) => left.line - right.line).slice(0, MOST_NOTED);
}

const newImport = (
  key: Key,
  checkedBy: ApplicantImport['checkedBy'],
  checkedAt: Date,
  table: CheckedTable,
): ApplicantImport => ({
  ...key,
  state: 'checked',
  checkedBy,
  checkedAt,
  confirmedBy: null,
  endedAt: null,
  table,
  portionsDone: 0,
  invited: 0,
  invitedBefore: 0,
});

function inPortions<T>(items: readonly T[], size = PORTION): (readonly T[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
