import { decodeDocument } from '../bson/decode-document.ts';
import { equalValues } from '../bson/compare-values.ts';
import type { Doc, Value } from '../bson/values.ts';
import { CommandError } from '../command-error.ts';
import { fieldsOf } from '../filter/fields-of.ts';
import type { Catalog } from './catalog.ts';
import { namespaceOf, type CollectionInfo, type IndexInfo } from './catalog-entry.ts';
import { showValue } from '../bson/show-value.ts';
import { indexKeysOf, type IndexKey, type IndexKeys } from './index-keys.ts';
import type { Storage } from './open-storage.ts';
import { afterPrefix, entryKey, numberPrefix, rangeOf, recordKey, recordOfKey } from './table-keys.ts';

const LISTED = Buffer.of(1);

/** A document before and after an update that may have changed these top-level fields; null: all of them. */
export type Replacement = {
  readonly before: Doc;
  readonly after: Doc;
  readonly bytes: Buffer;
  readonly touched: ReadonlySet<string> | null;
};

export type StoredRecord = { readonly record: number; readonly bytes: Buffer };

/** Documents together with their index entries. Each change checks everything first and then writes. */
export class Records {
  readonly #storage: Storage;
  readonly #catalog: Catalog;
  readonly #next = new Map<number, number>();

  constructor(storage: Storage, catalog: Catalog) {
    this.#storage = storage;
    this.#catalog = catalog;
  }

  read(collection: CollectionInfo, record: number): Buffer | null {
    return this.#storage.records.getBinary(recordKey(collection.number, record)) ?? null;
  }

  insert(collection: CollectionInfo, doc: Doc, bytes: Buffer): number {
    const keys = collection.indexes.map((index) => indexKeysOf(index, doc));
    collection.indexes.forEach((index, at) => {
      this.#refuseDuplicates(collection, index, keys[at]?.keys ?? [], null);
    });
    const record = this.#takeNumber(collection);
    this.#storage.records.putSync(recordKey(collection.number, record), bytes);
    collection.indexes.forEach((index, at) => {
      this.#list(collection, index, keys[at], record);
    });
    return record;
  }

  replace(collection: CollectionInfo, record: number, { before, after, bytes, touched }: Replacement): void {
    const concerned = collection.indexes.filter((index) => dependsOn(index, touched));
    const moves = concerned.map((index) => {
      const old = indexKeysOf(index, before);
      const fresh = indexKeysOf(index, after);
      const stays = (key: IndexKey, others: IndexKeys) =>
        others.keys.some(({ encoded }) => encoded.equals(key.encoded));
      const added = { ...fresh, keys: fresh.keys.filter((key) => !stays(key, old)) };
      // A shortened key may stay the same while its value changes, so then all keys are looked at.
      this.#refuseDuplicates(collection, index, fresh.lossy ? fresh.keys : added.keys, record);
      return { index, added, removed: old.keys.filter((key) => !stays(key, fresh)) };
    });
    this.#storage.records.putSync(recordKey(collection.number, record), bytes);
    for (const { index, added, removed } of moves) {
      this.#unlist(index, removed, record);
      this.#list(collection, index, added, record);
    }
  }

  remove(collection: CollectionInfo, record: number, doc: Doc): void {
    this.#storage.records.removeSync(recordKey(collection.number, record));
    for (const index of collection.indexes) this.#unlist(index, indexKeysOf(index, doc).keys, record);
  }

  /** Lists every document of the collection in a new index. */
  build(collection: CollectionInfo, index: IndexInfo): void {
    for (const key of [...this.#storage.records.getKeys(rangeOf(collection.number))]) {
      const bytes = this.#storage.records.getBinary(key);
      if (!bytes) continue;
      const keys = indexKeysOf(index, decodeDocument(bytes));
      this.#refuseDuplicates(collection, index, keys.keys, recordOfKey(key));
      this.#list(collection, index, keys, recordOfKey(key));
    }
  }

  count(collection: CollectionInfo): number {
    return this.#storage.records.getKeysCount(rangeOf(collection.number));
  }

  #takeNumber(collection: CollectionInfo): number {
    const next = this.#next.get(collection.number) ?? this.#lastNumber(collection) + 1;
    this.#next.set(collection.number, next + 1);
    return next;
  }

  #lastNumber(collection: CollectionInfo): number {
    const { start, end } = rangeOf(collection.number);
    const backwards = { start: end, end: start, reverse: true, limit: 1 };
    const [last] = [...this.#storage.records.getKeys(backwards)];
    return last ? recordOfKey(last) : 0;
  }

  #list(collection: CollectionInfo, index: IndexInfo, keys: IndexKeys | undefined, record: number): void {
    if (!keys) return;
    for (const { encoded } of keys.keys)
      this.#storage.entries.putSync(entryKey(index.number, encoded, record), LISTED);
    const learned =
      keys.multikey.some((met, at) => met && index.multikey[at] !== true) || (keys.lossy && !index.lossy);
    if (!learned) return;
    keys.multikey.forEach((met, at) => {
      if (met) index.multikey[at] = true;
    });
    index.lossy ||= keys.lossy;
    this.#catalog.save(collection);
  }

  #unlist(index: IndexInfo, keys: readonly IndexKey[], record: number): void {
    for (const { encoded } of keys) this.#storage.entries.removeSync(entryKey(index.number, encoded, record));
  }

  #refuseDuplicates(
    collection: CollectionInfo,
    index: IndexInfo,
    keys: readonly IndexKey[],
    self: number | null,
  ): void {
    if (!index.unique) return;
    for (const key of keys) {
      const start = Buffer.concat([numberPrefix(index.number), key.encoded]);
      for (const entry of this.#storage.entries.getKeys({ start, end: afterPrefix(start) })) {
        const other = recordOfKey(entry);
        if (other !== self && this.#holds(collection, index, other, key))
          throw duplicate(collection, index, key.values);
      }
    }
  }

  /** Keys may be shortened, so the values themselves decide. */
  #holds(collection: CollectionInfo, index: IndexInfo, record: number, key: IndexKey): boolean {
    const bytes = this.read(collection, record);
    if (!bytes) return false;
    return indexKeysOf(index, decodeDocument(bytes)).keys.some(({ values }) =>
      values.every((value, at) => equalValues(value, key.values[at])),
    );
  }
}

/** Whether the keys of a document in this index may differ when these fields do. */
function dependsOn({ fields, partial }: IndexInfo, touched: ReadonlySet<string> | null): boolean {
  const chosenBy = partial === null ? [] : fieldsOf(partial);
  if (touched === null || chosenBy === null) return true;
  return [...fields.map(({ path }) => path[0] ?? ''), ...chosenBy].some((name) => touched.has(name));
}

function duplicate(collection: CollectionInfo, index: IndexInfo, values: readonly Value[]): CommandError {
  const keyValue: Doc = new Map(index.fields.map(({ name }, at) => [name, values[at]]));
  const shown = [...keyValue].map(([name, value]) => `${name}: ${showValue(value)}`).join(', ');
  return new CommandError(
    'DuplicateKey',
    `E11000 duplicate key error collection: ${namespaceOf(collection)} index: ${index.name} dup key: { ${shown} }`,
    { keyPattern: index.spec.get('key'), keyValue },
  );
}
