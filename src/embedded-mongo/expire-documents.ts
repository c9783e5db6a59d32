import { decodeDocument } from './bson/decode-document.ts';
import { someAtPath } from './bson/paths.ts';
import type { Doc } from './bson/values.ts';
import { encodeKeyPart } from './storage/encode-key.ts';
import type { CollectionInfo, IndexInfo } from './storage/catalog-entry.ts';
import { afterPrefix, numberPrefix, rangeOf, recordOfKey } from './storage/table-keys.ts';
import type { Store } from './store.ts';

const MOST_AT_ONCE = 1000;

/** Removes what TTL indexes let expire, in transactions of limited size. Returns how many documents went. */
export async function expireDocuments(store: Store, now: number): Promise<number> {
  let total = 0;
  for (const collection of store.catalog.list()) {
    for (const index of collection.indexes.filter(({ expireAfterSeconds }) => expireAfterSeconds !== null)) {
      for (let removed = -1; removed !== 0; total += removed) {
        removed = await store.queue.run(() => expireSome(store, collection, index, now));
      }
    }
  }
  return total;
}

function expireSome(store: Store, listed: CollectionInfo, index: IndexInfo, now: number): number {
  const collection = store.catalog.find(`${listed.database}.${listed.name}`);
  if (collection?.number !== listed.number) return 0;
  const before = new Date(now - (index.expireAfterSeconds ?? 0) * 1000);
  const [field] = index.fields;
  if (!field) return 0;
  let removed = 0;
  for (const record of dueRecords(store, index, before, field.direction)) {
    const bytes = store.records.read(collection, record);
    const doc = bytes ? decodeDocument(bytes) : null;
    if (!doc || !isDue(doc, field.path, before)) continue;
    store.records.remove(collection, record, doc);
    removed += 1;
  }
  return removed;
}

function dueRecords(store: Store, index: IndexInfo, before: Date, direction: 1 | -1): Set<number> {
  const head = numberPrefix(index.number);
  const dates = Buffer.of(encodeKeyPart(before)[0] ?? 0);
  if (direction === -1) return allRecords(store, index);
  const range = {
    start: Buffer.concat([head, dates]),
    end: afterPrefix(Buffer.concat([head, encodeKeyPart(before)])),
  };
  return new Set([...store.storage.entries.getKeys({ ...range, limit: MOST_AT_ONCE })].map(recordOfKey));
}

/** A descending TTL index is rare; its few entries are all looked at. */
const allRecords = (store: Store, index: IndexInfo): Set<number> =>
  new Set([...store.storage.entries.getKeys(rangeOf(index.number))].map(recordOfKey));

/** The earliest date of the field counts; other types never expire. */
function isDue(doc: Doc, path: readonly string[], before: Date): boolean {
  return someAtPath(doc, path, (found) => {
    const values = Array.isArray(found) ? found : [found];
    return values.some((value) => value instanceof Date && value.getTime() <= before.getTime());
  });
}
