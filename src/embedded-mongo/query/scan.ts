import type { Storage } from '../storage/open-storage.ts';
import type { CollectionInfo } from '../storage/catalog-entry.ts';
import type { StoredRecord } from '../storage/records.ts';
import { afterPrefix, numberPrefix, rangeOf, recordKey, recordOfKey } from '../storage/table-keys.ts';
import type { QueryPlan } from './query-plan.ts';

type Span = { readonly table: 'records' | 'entries'; readonly low: Buffer; readonly end: Buffer };

/**
 * Walks the candidates of a plan in pieces. Between two pieces nothing of the database is held; the walk goes on
 * behind the last key, so it never keeps old pages alive.
 */
export class Scan {
  readonly #storage: Storage;
  readonly #collection: CollectionInfo;
  readonly #spans: Span[];
  readonly #reverse: boolean;
  readonly #seen: Set<number> | null;
  #last: Buffer | null = null;
  keysExamined = 0;

  constructor(storage: Storage, collection: CollectionInfo, plan: QueryPlan) {
    this.#storage = storage;
    this.#collection = collection;
    this.#reverse = plan.reverse;
    this.#spans = plan.reverse ? spansOf(collection, plan).reverse() : spansOf(collection, plan);
    this.#seen = plan.kind === 'index' && mayRepeat(plan) ? new Set() : null;
  }

  get done(): boolean {
    return this.#spans.length === 0;
  }

  /** Goes on behind the first `count` keys of the only part, without looking at their documents. */
  pass(count: number): void {
    const [span] = this.#spans;
    if (!span || count === 0) return;
    const range = this.#reverse
      ? { start: span.end, end: span.low, reverse: true, inclusiveEnd: true }
      : { start: span.low, end: span.end };
    const [key] = [...this.#storage[span.table].getKeys({ ...range, offset: count - 1, limit: 1 })];
    this.keysExamined += count;
    if (key === undefined) this.#spans.shift();
    else this.#last = key;
  }

  /** Up to `count` more keys; fewer or no records do not mean that the walk is over. */
  next(count: number): StoredRecord[] {
    const [span] = this.#spans;
    if (!span) return [];
    const from = this.#last;
    const range = this.#reverse
      ? {
          start: from ?? span.end,
          end: span.low,
          reverse: true,
          exclusiveStart: from !== null,
          inclusiveEnd: true,
        }
      : { start: from ?? span.low, end: span.end, exclusiveStart: from !== null };
    if (span.table === 'records') {
      const found = [...this.#storage.records.getRange({ ...range, limit: count })];
      this.#passed(
        found.map(({ key }) => key),
        count,
      );
      return found.map(({ key, value }) => ({ record: recordOfKey(key), bytes: value }));
    }
    const keys = [...this.#storage.entries.getKeys({ ...range, limit: count })];
    this.#passed(keys, count);
    return keys.flatMap((key) => this.#recordOf(key));
  }

  #passed(keys: readonly Buffer[], wanted: number): void {
    this.keysExamined += keys.length;
    this.#last = keys.at(-1) ?? null;
    if (keys.length >= wanted) return;
    this.#spans.shift();
    this.#last = null;
  }

  #recordOf(key: Buffer): StoredRecord[] {
    const record = recordOfKey(key);
    if (this.#seen?.has(record) === true) return [];
    this.#seen?.add(record);
    const bytes = this.#storage.records.getBinary(recordKey(this.#collection.number, record));
    return bytes ? [{ record, bytes }] : [];
  }
}

function spansOf(collection: CollectionInfo, plan: QueryPlan): Span[] {
  if (plan.kind === 'collection') {
    const { start, end } = rangeOf(collection.number);
    return [{ table: 'records', low: start, end }];
  }
  return plan.legs.flatMap(({ index, intervals }) =>
    intervals
      .map(({ low, high }): Span => {
        const head = numberPrefix(index.number);
        return {
          table: 'entries',
          low: Buffer.concat([head, low]),
          end: afterPrefix(Buffer.concat([head, high])),
        };
      })
      .sort((a, b) => Buffer.compare(a.low, b.low)),
  );
}

const mayRepeat = (plan: Extract<QueryPlan, { kind: 'index' }>): boolean =>
  plan.legs.length > 1 || plan.legs.some(({ index }) => index.multikey.includes(true));
