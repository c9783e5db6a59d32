import { equalValues } from '../bson/compare-values.ts';
import { wholeNumber } from '../bson/arithmetic.ts';
import { showValue } from '../bson/show-value.ts';
import { isDoc, type Value } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import type { CollectionInfo, IndexInfo } from '../storage/catalog-entry.ts';
import { reply, type Command, type CommandContext, type Reply } from './command-context.ts';
import { requireCollection } from './collections.ts';
import { listReply } from './cursor-reply.ts';
import { ensureCollection } from './ensure-collection.ts';
import { findExisting, readIndexSpec } from './index-spec.ts';
import { collectionName, docsField } from './read-fields.ts';

export const createIndexes: Command = {
  fields: ['indexes', 'commitQuorum', 'ignoreUnknownIndexOptions'],
  run: (context) => {
    const { store, database, body } = context;
    const name = collectionName(context);
    const specs = docsField(body, 'indexes').map(readIndexSpec);
    if (specs.length === 0) failWith('BadValue', 'Must specify at least one index to create');
    return store.queue.run(() => {
      const createdCollectionAutomatically = !store.catalog.find(`${database}.${name}`);
      const collection = ensureCollection(context, name);
      const before = collection.indexes.length;
      for (const spec of specs) {
        if (findExisting(collection, spec)) continue;
        const index = store.catalog.addIndex(collection, spec);
        store.records.build(collection, index);
      }
      return reply({
        numIndexesBefore: wholeNumber(before),
        numIndexesAfter: wholeNumber(collection.indexes.length),
        createdCollectionAutomatically,
        ok: 1,
      });
    });
  },
};

export const listIndexes: Command = {
  fields: ['cursor'],
  run: (context) => {
    const namespace = `${context.database}.${collectionName(context)}`;
    const collection = requireCollection(context.store.catalog.find(namespace), namespace);
    return listReply(
      collection.indexes.map(({ spec }) => spec),
      namespace,
    );
  },
};

export const dropIndexes: Command = {
  fields: ['index'],
  run: (context) => {
    const { store, database, body } = context;
    const namespace = `${database}.${collectionName(context)}`;
    return store.queue.run(() => {
      const collection = requireCollection(store.catalog.find(namespace), namespace);
      return dropFrom(context, collection, body.get('index'));
    });
  },
};

function dropFrom({ store }: CommandContext, collection: CollectionInfo, wanted: Value): Reply {
  const nIndexesWas = wholeNumber(collection.indexes.length);
  const list =
    wanted === '*' ? collection.indexes.filter(({ name }) => name !== '_id_') : pick(collection, wanted);
  if (list.some(({ name }) => name === '_id_')) failWith('InvalidOptions', 'cannot drop _id index');
  for (const index of list) store.catalog.dropIndex(collection, index);
  return reply({ nIndexesWas, ok: 1 });
}

function pick(collection: CollectionInfo, wanted: Value): IndexInfo[] {
  const all = Array.isArray(wanted) ? wanted : [wanted];
  return all.map((one) => {
    const found = collection.indexes.find(
      ({ name, spec }) => name === one || (isDoc(one) && equalValues(spec.get('key'), one)),
    );
    return found ?? failWith('IndexNotFound', `index not found with name [${showValue(one)}]`);
  });
}
