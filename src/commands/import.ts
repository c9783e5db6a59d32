import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type mongoose from 'mongoose';
import { z } from 'zod';
import { readConfig } from '../config.ts';
import { fromLine } from './extended-json.ts';
import { openStore } from './open-store.ts';

const Manifest = z.object({
  format: z.literal(1),
  collections: z.array(
    z.object({
      name: z.string().regex(/^[\w-]+$/),
      documents: z.number(),
      indexes: z.array(z.looseObject({ name: z.string(), key: z.record(z.string(), z.number()) })),
    }),
  ),
});
type Collection = z.infer<typeof Manifest>['collections'][number];

const BATCH = 500;

/** Reads what `export` wrote into a store that holds no documents yet. */
async function importAll(from: string): Promise<void> {
  const manifest = Manifest.parse(JSON.parse(await readFile(join(from, 'manifest.json'), 'utf8')));
  const read = readConfig(process.env);
  if (read.kind === 'refused') throw new Error(read.problems.join('\n'));
  const store = await openStore(read.config);
  try {
    const { db } = store.connection;
    if (!db) throw new Error('not connected');
    for (const { name } of await db.listCollections().toArray()) {
      if (await db.collection(name).findOne({}, { projection: { _id: 1 } })) {
        throw new Error(`The collection ${name} already holds documents. Import into an empty database.`);
      }
    }
    for (const collection of manifest.collections) await importCollection(db, collection, from);
  } finally {
    await store.close();
  }
}

async function importCollection(db: mongoose.mongo.Db, wanted: Collection, from: string): Promise<void> {
  const { name } = wanted;
  const collection = db.collection(name);
  let documents = 0;
  let batch: mongoose.mongo.Document[] = [];
  const flush = async () => {
    if (batch.length > 0) await collection.insertMany(batch, { ordered: true, ignoreUndefined: false });
    documents += batch.length;
    batch = [];
  };
  for await (const line of createInterface({ input: createReadStream(join(from, `${name}.jsonl`)) })) {
    batch.push(fromLine(line));
    if (batch.length === BATCH) await flush();
  }
  await flush();
  if (documents !== wanted.documents)
    throw new Error(`${name}: ${documents} of ${wanted.documents} documents were in the file.`);
  for (const { key, v: _version, ns: _namespace, ...options } of wanted.indexes) {
    if (options.name !== '_id_') await collection.createIndexes([{ key, ...options }]);
  }
  console.log(`${name}: ${documents} documents`);
}

const { values } = parseArgs({ options: { from: { type: 'string' } } });
if (values.from === undefined) {
  console.error('Usage: npm run import -- --from DIRECTORY');
  process.exit(1);
}
importAll(resolve(values.from)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
