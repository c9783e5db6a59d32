import { failWith } from '../command-error.ts';
import type { Filter } from '../filter/filter-node.ts';
import { fieldsOf } from '../filter/fields-of.ts';
import type { CollectionInfo } from '../storage/catalog-entry.ts';
import type { Storage } from '../storage/open-storage.ts';
import type { Deadline } from './cursor-table.ts';
import { FoundDocument, matchRecord } from './found-document.ts';
import { coveringLeg } from './count-by-index.ts';
import { Scan } from './scan.ts';
import type { QueryPlan } from './query-plan.ts';
import { compareSortKeys, sortKeyOf, type Sort } from './sort-documents.ts';

export type Query = {
  readonly collection: CollectionInfo;
  readonly filter: Filter;
  readonly sort: Sort;
  readonly skip: number;
  /** 0 means no limit. */
  readonly limit: number;
  readonly plan: QueryPlan;
  /** Counts what was looked at, for `explain`. */
  readonly examined?: { keys: number; documents: number };
};

const PIECE = 128;
/** After a first one in which something did not match. */
const LEAST_PIECE = 16;
const SORT_MEMORY = 100 * 1024 * 1024;

/** Yields pieces of the matching documents, in order. The caller may pause between two pieces. */
export function* findDocuments(
  storage: Storage,
  query: Query,
  deadline: Deadline,
): Generator<FoundDocument[]> {
  const sorted =
    query.sort.length === 0 || (query.plan.kind === 'collection' && query.sort[0]?.name === '$natural');
  const ordered = sorted || (query.plan.kind === 'index' && query.plan.sorted);
  const passed = passedByIndex(query);
  const source = ordered
    ? scanMatches(storage, query, deadline, passed)
    : sortMatches(storage, query, deadline);
  let skip = query.skip - passed;
  let left = query.limit === 0 ? Infinity : query.limit;
  for (const piece of source) {
    const behind = piece.slice(skip);
    skip = Math.max(0, skip - piece.length);
    const wanted = behind.slice(0, left);
    left -= wanted.length;
    yield wanted;
    if (left === 0) return;
  }
}

/** How much of what is skipped an index skips by itself: all of it where its entries are the answer, in order. */
function passedByIndex({ plan, filter, skip }: Query): number {
  const covers = skip > 0 && plan.kind === 'index' && plan.sorted && coveringLeg(plan, filter) !== null;
  return covers ? skip : 0;
}

function* scanMatches(
  storage: Storage,
  query: Query,
  deadline: Deadline,
  passed = 0,
): Generator<FoundDocument[]> {
  const scan = new Scan(storage, query.collection, query.plan);
  scan.pass(passed);
  const fields = fieldsOf(query.filter);
  const answered = coveringLeg(query.plan, query.filter) !== null;
  // A query that wants one document, or one more, should not read a hundred.
  let wanted = query.limit === 0 ? 0 : query.limit + query.skip - passed;
  let least = 1;
  while (!scan.done) {
    if (deadline.at !== null && Date.now() > deadline.at)
      failWith('MaxTimeMSExpired', 'operation exceeded time limit');
    const found: FoundDocument[] = [];
    const candidates = scan.next(wanted <= 0 ? PIECE : Math.min(PIECE, Math.max(least, wanted)));
    least = LEAST_PIECE;
    if (query.examined) {
      query.examined.keys = scan.keysExamined;
      query.examined.documents += candidates.length;
    }
    for (const stored of candidates) {
      // Where the entries of an index are the answer, there is nothing to look at in the documents.
      const one = answered ? new FoundDocument(stored, null) : matchRecord(stored, query.filter, fields);
      if (one !== null) found.push(one);
    }
    wanted -= found.length;
    yield found;
  }
}

function* sortMatches(storage: Storage, query: Query, deadline: Deadline): Generator<FoundDocument[]> {
  const { sort } = query;
  const keep = query.limit === 0 ? Infinity : query.limit + query.skip;
  let rows: { key: ReturnType<typeof sortKeyOf>; found: FoundDocument }[] = [];
  let bytes = 0;
  const order = (a: (typeof rows)[number], b: (typeof rows)[number]) =>
    compareSortKeys(a.key, b.key, sort) || a.found.record - b.found.record;
  for (const piece of scanMatches(storage, query, deadline)) {
    for (const found of piece) {
      bytes += found.bytes.length;
      rows.push({ key: sortKeyOf(found.doc, sort), found });
    }
    if (rows.length > keep * 2 + PIECE) {
      rows = rows.sort(order).slice(0, keep);
      bytes = rows.reduce((sum, { found }) => sum + found.bytes.length, 0);
    }
    if (bytes > SORT_MEMORY)
      failWith(
        'QueryExceededMemoryLimitNoDiskUseAllowed',
        'Sort exceeded memory limit of 104857600 bytes; add an index',
      );
    yield [];
  }
  rows.sort(order);
  for (let at = 0; at < rows.length; at += PIECE) yield rows.slice(at, at + PIECE).map(({ found }) => found);
}

const PAUSE_AFTER_MS = 10;

/** Takes the next piece, and lets other commands run first when this one has had the thread for long. */
export class Turns {
  #since = performance.now();

  async pause(): Promise<void> {
    if (performance.now() - this.#since < PAUSE_AFTER_MS) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#since = performance.now();
  }
}
