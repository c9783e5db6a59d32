import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';

const { Binary, Decimal128, Double, Long, ObjectId } = mongoose.mongo;
const root = mkdtempSync(join(tmpdir(), 'export-import-'));
const run = (name: string, dataDir: string, ...args: string[]): string =>
  execFileSync(process.execPath, [`dist/commands/${name}.js`, ...args], {
    env: { ...process.env, DATA_DIR: join(root, dataDir), MONGODB_URI: '' },
    encoding: 'utf8',
  });

// The worker needs the compiled program: Node 20 does not run TypeScript.
const compiled = new URL('../../dist/embedded-mongo/start.js', import.meta.url).href;
const { startEmbeddedMongo } = (await import(compiled)) as typeof import('../../src/embedded-mongo/start.ts');

beforeAll(async () => {
  const store = await startEmbeddedMongo({ dataDir: join(root, 'first') });
  const connection = await mongoose.createConnection(store.uri, { dbName: 'attune' }).asPromise();
  const things = connection.collection<{ _id: string | mongoose.mongo.ObjectId; [name: string]: unknown }>(
    'things',
  );
  await things.insertMany([
    { _id: new ObjectId(), whole: 1, double: new Double(1), long: Long.fromString('9007199254740993') },
    {
      _id: 'b',
      decimal: Decimal128.fromString('1.10'),
      binary: new Binary(Buffer.from([0, 255]), 0),
      at: new Date(-1),
    },
    { _id: 'c', nothing: null, list: [1, [2]], nested: { z: 1, a: { text: 'naïve 😀\n' } } },
  ]);
  await things.createIndexes([
    { key: { 'nested.z': 1 }, unique: true, partialFilterExpression: { list: { $exists: true } } },
  ]);
  await connection.close();
  await store.close();
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('Export and import', () => {
  it('give every document back byte for byte, with its indexes', () => {
    run('export', 'first', '--out', join(root, 'out'));
    run('import', 'second', '--from', join(root, 'out'));
    run('export', 'second', '--out', join(root, 'again'));
    const files = readdirSync(join(root, 'out'));
    expect(files).toEqual(readdirSync(join(root, 'again')));
    for (const file of files) {
      expect(readFileSync(join(root, 'again', file), 'utf8')).toBe(
        readFileSync(join(root, 'out', file), 'utf8'),
      );
    }
    const lines = readFileSync(join(root, 'out/things.jsonl'), 'utf8');
    expect(lines).toContain('"double":{"$numberDouble":"1.0"}');
    expect(readFileSync(join(root, 'out/manifest.json'), 'utf8')).toContain('partialFilterExpression');
  }, 120_000);

  it('refuse a directory and a database that are not empty', () => {
    const refused = (name: string, dataDir: string, ...args: string[]) =>
      spawnSync(process.execPath, [`dist/commands/${name}.js`, ...args], {
        env: { ...process.env, DATA_DIR: join(root, dataDir), MONGODB_URI: '' },
        encoding: 'utf8',
      });
    expect(refused('export', 'first', '--out', join(root, 'out')).stderr).toContain('is not empty');
    expect(refused('import', 'first', '--from', join(root, 'out')).stderr).toContain(
      'already holds documents',
    );
  }, 120_000);
});
