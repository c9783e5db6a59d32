import { Int32, type Doc, type Value } from '../bson/values.ts';
import {
  decodeCollection,
  encodeCollection,
  indexFromSpec,
  namespaceOf,
  type CollectionInfo,
  type IndexInfo,
} from './catalog-entry.ts';
import type { Storage } from './open-storage.ts';
import { numberPrefix, rangeOf } from './table-keys.ts';

const NEXT_NUMBER = Buffer.from('nextNumber');

/** Which collections and indexes there are. Everything that changes it runs inside a transaction of the queue. */
export class Catalog {
  readonly #storage: Storage;
  #known: Map<string, CollectionInfo> | null = null;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  find(namespace: string): CollectionInfo | null {
    return this.#collections().get(namespace) ?? null;
  }

  list(): CollectionInfo[] {
    return [...this.#collections().values()];
  }

  /** A transaction was rolled back: what is in memory may be ahead of the disk. */
  forget(): void {
    this.#known = null;
  }

  create(database: string, name: string): CollectionInfo {
    const spec = new Map<string, Value>([
      ['v', new Int32(2)],
      ['key', new Map<string, Value>([['_id', new Int32(1)]])],
      ['name', '_id_'],
    ]);
    const id = indexFromSpec(spec, this.#nextNumber(), [], false);
    const collection = { database, name, number: this.#nextNumber(), indexes: [id] };
    this.save(collection);
    return collection;
  }

  save(collection: CollectionInfo): void {
    this.#storage.catalog.putSync(Buffer.from(namespaceOf(collection)), encodeCollection(collection));
    this.#collections().set(namespaceOf(collection), collection);
  }

  addIndex(collection: CollectionInfo, spec: Doc): IndexInfo {
    const index = indexFromSpec(spec, this.#nextNumber(), [], false);
    collection.indexes.push(index);
    this.save(collection);
    return index;
  }

  dropIndex(collection: CollectionInfo, index: IndexInfo): void {
    collection.indexes.splice(collection.indexes.indexOf(index), 1);
    this.save(collection);
    removeAll(this.#storage.entries, index.number);
  }

  drop(collection: CollectionInfo): void {
    this.#storage.catalog.removeSync(Buffer.from(namespaceOf(collection)));
    this.#collections().delete(namespaceOf(collection));
    removeAll(this.#storage.records, collection.number);
    for (const index of collection.indexes) removeAll(this.#storage.entries, index.number);
  }

  #collections(): Map<string, CollectionInfo> {
    if (this.#known) return this.#known;
    const known = new Map<string, CollectionInfo>();
    for (const { value } of this.#storage.catalog.getRange({})) {
      const collection = decodeCollection(value);
      known.set(namespaceOf(collection), collection);
    }
    this.#known = known;
    return known;
  }

  /** Numbers are never used twice, so nothing left over from a dropped index can show up in another. */
  #nextNumber(): number {
    const number = (this.#storage.meta.getBinary(NEXT_NUMBER)?.readUInt32BE(0) ?? 0) + 1;
    this.#storage.meta.putSync(NEXT_NUMBER, numberPrefix(number));
    return number;
  }
}

function removeAll(table: Storage['records'], number: number): void {
  for (const key of [...table.getKeys(rangeOf(number))]) table.removeSync(key);
}
