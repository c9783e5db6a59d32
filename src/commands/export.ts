import { createWriteStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type mongoose from 'mongoose';
import { readConfig } from '../config.ts';
import { openStore } from './open-store.ts';
import { toLine } from './extended-json.ts';

/** Writes every collection as canonical Extended JSON, one document a line, and its indexes beside it. */
async function exportAll(out: string): Promise<void> {
  const read = readConfig(process.env);
  if (read.kind === 'refused') throw new Error(read.problems.join('\n'));
  await mkdir(out, { recursive: true, mode: 0o700 });
  if ((await readdir(out)).length > 0) throw new Error(`The directory ${out} is not empty. Name a new one.`);
  const store = await openStore(read.config);
  try {
    const { db } = store.connection;
    if (!db) throw new Error('not connected');
    const collections = await db.listCollections({ type: 'collection' }).toArray();
    const names = collections.map(({ name }) => name).filter((name) => !name.startsWith('system.'));
    const manifest: { name: string; documents: number; indexes: mongoose.mongo.Document[] }[] = [];
    for (const name of names.sort()) {
      const documents = await exportCollection(db, name, join(out, `${name}.jsonl`));
      const indexes: mongoose.mongo.Document[] = [];
      for await (const index of db.collection(name).listIndexes())
        indexes.push(index as mongoose.mongo.Document);
      manifest.push({ name, documents, indexes });
      console.log(`${name}: ${documents} documents`);
    }
    await writeFile(
      join(out, 'manifest.json'),
      `${JSON.stringify({ format: 1, collections: manifest }, null, 2)}\n`,
      { mode: 0o600 },
    );
  } finally {
    await store.close();
  }
}

async function exportCollection(db: mongoose.mongo.Db, name: string, path: string): Promise<number> {
  let documents = 0;
  const lines = async function* () {
    for await (const raw of db.collection(name).find({}, { raw: true })) {
      documents += 1;
      yield `${toLine(raw as unknown as Uint8Array, name)}\n`;
    }
  };
  await pipeline(lines, createWriteStream(path, { mode: 0o600 }));
  return documents;
}

const { values } = parseArgs({ options: { out: { type: 'string' } } });
if (values.out === undefined) {
  console.error('Usage: npm run export -- --out DIRECTORY');
  process.exit(1);
}
exportAll(resolve(values.out)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
