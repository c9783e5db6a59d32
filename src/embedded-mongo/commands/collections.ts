import { wholeNumber } from '../bson/arithmetic.ts';
import { Binary, type Doc, type Value } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import { parseFilter } from '../filter/parse-filter.ts';
import { matchFilter } from '../filter/match-filter.ts';
import type { CollectionInfo } from '../storage/catalog-entry.ts';
import { reply, type Command } from './command-context.ts';
import { listReply } from './cursor-reply.ts';
import { checkDatabaseName, collectionName, docField, flagField, refuseOptions } from './read-fields.ts';

const REFUSED_OPTIONS = [
  'capped',
  'size',
  'max',
  'timeseries',
  'viewOn',
  'pipeline',
  'collation',
  'validator',
  'storageEngine',
  'clusteredIndex',
  'expireAfterSeconds',
  'changeStreamPreAndPostImages',
  'encryptedFields',
];

export const create: Command = {
  fields: ['validationLevel', 'validationAction', 'indexOptionDefaults', 'autoIndexId', ...REFUSED_OPTIONS],
  run: async (context) => {
    const { store, database, body } = context;
    const name = collectionName(context);
    checkDatabaseName(database);
    refuseOptions(body, REFUSED_OPTIONS);
    await store.queue.run(() => {
      if (store.catalog.find(`${database}.${name}`)) return;
      store.catalog.create(database, name);
    });
    return reply({ ok: 1 });
  },
};

export const drop: Command = {
  fields: [],
  run: async (context) => {
    const { store, database } = context;
    const namespace = `${database}.${collectionName(context)}`;
    const dropped = await store.queue.run(() => {
      const collection = store.catalog.find(namespace);
      if (collection) store.catalog.drop(collection);
      return collection;
    });
    if (!dropped) return failWith('NamespaceNotFound', 'ns not found');
    return reply({ nIndexesWas: wholeNumber(dropped.indexes.length), ns: namespace, ok: 1 });
  },
};

export const dropDatabase: Command = {
  fields: [],
  run: async ({ store, database }) => {
    await store.queue.run(() => {
      for (const collection of store.catalog.list())
        if (collection.database === database) store.catalog.drop(collection);
    });
    return reply({ dropped: database, ok: 1 });
  },
};

export const listCollections: Command = {
  fields: ['filter', 'nameOnly', 'cursor', 'authorizedCollections'],
  run: ({ store, database, body }) => {
    const filter = parseFilter(docField(body, 'filter'));
    const nameOnly = flagField(body, 'nameOnly');
    const docs = store.catalog
      .list()
      .filter((collection) => collection.database === database)
      .map(describeCollection)
      .filter((doc) => matchFilter(filter, doc))
      .map((doc): Doc =>
        nameOnly ? new Map([...doc].filter(([name]) => name === 'name' || name === 'type')) : doc,
      );
    return listReply(docs, `${database}.$cmd.listCollections`);
  },
};

function describeCollection(collection: CollectionInfo): Doc {
  const uuid = Buffer.alloc(16);
  uuid.writeUInt32BE(collection.number, 12);
  return new Map<string, Value>([
    ['name', collection.name],
    ['type', 'collection'],
    ['options', new Map()],
    [
      'info',
      new Map<string, Value>([
        ['readOnly', false],
        ['uuid', new Binary(4, uuid)],
      ]),
    ],
    ['idIndex', collection.indexes[0]?.spec ?? null],
  ]);
}

export function requireCollection(found: CollectionInfo | null, namespace: string): CollectionInfo {
  return found ?? failWith('NamespaceNotFound', `ns does not exist: ${namespace}`);
}
