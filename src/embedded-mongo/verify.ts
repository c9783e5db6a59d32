import { decodeDocument } from './bson/decode-document.ts';
import { namespaceOf, type CollectionInfo, type IndexInfo } from './storage/catalog-entry.ts';
import { indexKeysOf } from './storage/index-keys.ts';
import { encodedOfEntry, entryKey, rangeOf, recordOfKey } from './storage/table-keys.ts';
import type { Store } from './store.ts';

/** Compares every index with a rebuild from the documents. Returns what is wrong; nothing is changed. */
export function verifyStore(store: Store): string[] {
  return [
    ...store.catalog.list().flatMap((collection) => verifyCollection(store, collection)),
    ...findStrays(store),
  ];
}

function verifyCollection(store: Store, collection: CollectionInfo): string[] {
  const problems: string[] = [];
  const expected = new Map<number, Set<string>>(
    collection.indexes.map(({ number }) => [number, new Set<string>()]),
  );
  for (const { key, value } of store.storage.records.getRange(rangeOf(collection.number))) {
    try {
      const doc = decodeDocument(value);
      for (const index of collection.indexes) {
        const keys = indexKeysOf(index, doc).keys;
        for (const { encoded } of keys)
          expected.get(index.number)?.add(nameOf(entryKey(index.number, encoded, recordOfKey(key))));
      }
    } catch (error) {
      problems.push(
        `${namespaceOf(collection)}: record ${recordOfKey(key)} cannot be read: ${String(error)}`,
      );
    }
  }
  for (const index of collection.indexes) problems.push(...verifyIndex(store, collection, index, expected));
  return problems;
}

function verifyIndex(
  store: Store,
  collection: CollectionInfo,
  index: IndexInfo,
  expected: ReadonlyMap<number, Set<string>>,
): string[] {
  const where = `${namespaceOf(collection)}, index ${index.name}`;
  const missing = new Set(expected.get(index.number));
  const problems: string[] = [];
  let previous: Buffer | null = null;
  for (const key of store.storage.entries.getKeys(rangeOf(index.number))) {
    if (!missing.delete(nameOf(key)))
      problems.push(`${where}: lists record ${recordOfKey(key)} where it does not belong`);
    const same = previous !== null && encodedOfEntry(previous).equals(encodedOfEntry(key));
    if (same && index.unique && !index.lossy)
      problems.push(`${where}: record ${recordOfKey(key)} has a key twice`);
    previous = key;
  }
  if (missing.size > 0) problems.push(`${where}: ${missing.size} entries are missing`);
  return problems;
}

/** Records and entries that belong to nothing. */
function findStrays({ catalog, storage }: Store): string[] {
  const collections = new Set(catalog.list().map(({ number }) => number));
  const indexes = new Set(
    catalog.list().flatMap((collection) => collection.indexes.map(({ number }) => number)),
  );
  const stray = (table: 'records' | 'entries', known: Set<number>) =>
    [...storage[table].getKeys({})].filter((key) => !known.has(key.readUInt32BE(0))).length;
  const counts = [stray('records', collections), stray('entries', indexes)];
  return counts.flatMap((count, at) =>
    count > 0 ? [`${count} ${at === 0 ? 'records' : 'entries'} belong to nothing`] : [],
  );
}

const nameOf = (key: Buffer): string => key.toString('latin1');
