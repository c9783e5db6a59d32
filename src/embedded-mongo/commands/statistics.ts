import { wholeNumber } from '../bson/arithmetic.ts';
import type { Doc, Value } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import { matchFilter } from '../filter/match-filter.ts';
import { parseFilter } from '../filter/parse-filter.ts';
import type { Store } from '../store.ts';
import { reply, type Command } from './command-context.ts';
import { measureCollection, type CollectionSize } from './measure-collection.ts';
import { collectionName, countField, docField, flagField } from './read-fields.ts';

const NOTHING: CollectionSize = { documents: { count: 0, bytes: 0 }, indexes: new Map() };

export const collStats: Command = {
  fields: ['scale'],
  run: async (context) => {
    const { store, database, body } = context;
    const ns = `${database}.${collectionName(context)}`;
    const scale = scaleOf(body);
    const collection = store.catalog.find(ns);
    const size = collection ? await measureCollection(store.storage, collection) : NOTHING;
    const indexSizes = [...size.indexes].map(([name, bytes]) => [name, scaled(bytes, scale)] as const);
    const { documents, indexes, average } = sumsOf([size]);
    return reply({
      ns,
      size: scaled(documents.bytes, scale),
      count: wholeNumber(documents.count),
      ...average,
      storageSize: scaled(documents.bytes, scale),
      capped: false,
      nindexes: wholeNumber(size.indexes.size),
      indexSizes: new Map<string, Value>(indexSizes),
      totalIndexSize: scaled(indexes, scale),
      totalSize: scaled(documents.bytes + indexes, scale),
      scaleFactor: wholeNumber(scale),
      ok: 1,
    });
  },
};

export const dbStats: Command = {
  fields: ['scale', 'freeStorage'],
  run: async ({ store, database, body }) => {
    const scale = scaleOf(body);
    const sizes = await measureDatabase(store, database);
    const { documents, indexes, average } = sumsOf(sizes);
    return reply({
      db: database,
      collections: wholeNumber(sizes.length),
      views: wholeNumber(0),
      objects: wholeNumber(documents.count),
      ...average,
      dataSize: scaled(documents.bytes, scale),
      storageSize: scaled(documents.bytes, scale),
      indexes: wholeNumber(sizes.reduce((sum, size) => sum + size.indexes.size, 0)),
      indexSize: scaled(indexes, scale),
      totalSize: scaled(documents.bytes + indexes, scale),
      scaleFactor: wholeNumber(scale),
      ok: 1,
    });
  },
};

export const listDatabases: Command = {
  fields: ['filter', 'nameOnly', 'authorizedDatabases'],
  run: async ({ store, body, database }) => {
    if (database !== 'admin')
      failWith('Unauthorized', 'listDatabases may only be run against the admin database.');
    const filter = parseFilter(docField(body, 'filter'));
    const nameOnly = flagField(body, 'nameOnly');
    const names = [...new Set(store.catalog.list().map((collection) => collection.database))].sort();
    const databases: Doc[] = [];
    let totalSize = 0;
    for (const name of names) {
      const { documents, indexes } = sumsOf(nameOnly ? [] : await measureDatabase(store, name));
      const sizeOnDisk = documents.bytes + indexes;
      const more: [string, Value][] = [
        ['sizeOnDisk', wholeNumber(sizeOnDisk)],
        ['empty', false],
      ];
      const described: Doc = new Map<string, Value>([['name', name], ...(nameOnly ? [] : more)]);
      if (!matchFilter(filter, described)) continue;
      databases.push(described);
      totalSize += sizeOnDisk;
    }
    return reply({ databases, ...(nameOnly ? {} : { totalSize: wholeNumber(totalSize) }), ok: 1 });
  },
};

async function measureDatabase(store: Store, database: string): Promise<CollectionSize[]> {
  const sizes: CollectionSize[] = [];
  for (const collection of store.catalog.list())
    if (collection.database === database) sizes.push(await measureCollection(store.storage, collection));
  return sizes;
}

function sumsOf(sizes: readonly CollectionSize[]) {
  const sum = (of: (size: CollectionSize) => number) => sizes.reduce((total, size) => total + of(size), 0);
  const documents = {
    count: sum((size) => size.documents.count),
    bytes: sum((size) => size.documents.bytes),
  };
  const indexes = sum((size) => [...size.indexes.values()].reduce((total, bytes) => total + bytes, 0));
  const average =
    documents.count === 0 ? {} : { avgObjSize: wholeNumber(Math.floor(documents.bytes / documents.count)) };
  return { documents, indexes, average };
}

const scaleOf = (body: Doc): number =>
  countField(body, 'scale', 1) || failWith(51024, "BSON field 'scale' value must be >= 1");

const scaled = (bytes: number, scale: number): Value => wholeNumber(Math.floor(bytes / scale));
