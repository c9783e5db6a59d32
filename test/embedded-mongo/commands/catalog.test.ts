import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Document } from 'bson';
import { expireDocuments } from '../../../src/embedded-mongo/expire-documents.ts';
import { forgetOldReplies } from '../../../src/embedded-mongo/commands/run-write.ts';
import { verifyStore } from '../../../src/embedded-mongo/verify.ts';
import { openTestStore, firstBatch, type TestStore } from '../support/test-store.ts';
import { entryKey } from '../../../src/embedded-mongo/storage/table-keys.ts';
import { Binary, Long } from 'bson';

let opened: TestStore;
beforeEach(() => {
  opened = openTestStore();
});
afterEach(() => opened.close());

const run = (command: Document): Promise<Document> => opened.run(command);
const index = (key: Document, options: Document = {}) =>
  run({ createIndexes: 'a', indexes: [{ key, name: JSON.stringify(key), ...options }] });
const insert = (...documents: Document[]) => run({ insert: 'a', documents });

describe('Collections', () => {
  it('come with the first document, are listed, and go with everything in them', async () => {
    await insert({ _id: 1 });
    await run({ create: 'b' });
    expect(firstBatch(await run({ listCollections: 1, nameOnly: true }))).toEqual([
      { name: 'a', type: 'collection' },
      { name: 'b', type: 'collection' },
    ]);
    expect(await run({ drop: 'a' })).toMatchObject({ ok: 1, nIndexesWas: 1 });
    expect(await run({ drop: 'a' })).toMatchObject({ ok: 0, code: 26 });
    await run({ dropDatabase: 1 });
    expect(firstBatch(await run({ listCollections: 1 }))).toEqual([]);
    expect(verifyStore(opened.store)).toEqual([]);
  });
});

describe('Indexes', () => {
  it('refuse a second document with the same key, and keep those before it', async () => {
    await index({ k: 1 }, { unique: true });
    const reply = await insert({ _id: 1, k: 'x' }, { _id: 2, k: 'x' }, { _id: 3, k: 'y' });
    expect(reply).toMatchObject({
      n: 1,
      writeErrors: [{ index: 1, code: 11000, keyPattern: { k: 1 }, keyValue: { k: 'x' } }],
    });
  });

  it('that are unique count a missing field as null, unless they are sparse or partial', async () => {
    await index({ k: 1 }, { unique: true });
    expect(await insert({ _id: 1 }, { _id: 2 })).toMatchObject({ n: 1 });
    await run({ drop: 'a' });
    await index({ k: 1 }, { unique: true, sparse: true });
    await index({ m: 1 }, { unique: true, partialFilterExpression: { m: { $type: 'string' } } });
    expect(await insert({ _id: 1, m: null }, { _id: 2, m: null }, { _id: 3, m: 'x' })).toMatchObject({
      n: 3,
    });
    expect(await insert({ _id: 4, m: 'x' })).toMatchObject({ n: 0 });
  });

  it('follow an update of what they list, and of what decides whether they do', async () => {
    await index({ 'k.x': 1 }, { partialFilterExpression: { open: true } });
    await index({ n: 1 });
    await insert({ _id: 1, k: { x: 1 }, n: 1, open: true }, { _id: 2, k: { x: 2 }, n: 2, open: false });
    for (const u of [
      { $set: { open: false } },
      { $set: { open: true } },
      { $set: { 'k.x': 5 } },
      { $rename: { n: 'm' } },
      { $rename: { m: 'n' } },
      { k: { x: 7 }, open: true },
    ]) {
      await run({ update: 'a', updates: [{ q: { _id: { $in: [1, 2] } }, u, multi: !('k' in u) }] });
      expect(verifyStore(opened.store)).toEqual([]);
    }
    const open = await run({ find: 'a', filter: { 'k.x': 7, open: true } });
    expect(firstBatch(open)).toHaveLength(1);
  });

  it('cannot be built over documents that already break them, and leave nothing behind', async () => {
    await insert({ _id: 1, k: 1 }, { _id: 2, k: 1 });
    expect(await index({ k: 1 }, { unique: true })).toMatchObject({ ok: 0, code: 11000 });
    expect(firstBatch(await run({ listIndexes: 'a' }))).toHaveLength(1);
    expect(verifyStore(opened.store)).toEqual([]);
  });

  it('are the same when asked for twice, and conflict when they differ', async () => {
    await index({ k: 1 });
    expect(await index({ k: 1 })).toMatchObject({ numIndexesBefore: 2, numIndexesAfter: 2 });
    expect(await index({ k: 1 }, { unique: true })).toMatchObject({ code: 86 });
    expect(await index({ k: 1 }, { name: 'other' })).toMatchObject({ code: 85 });
  });

  it('refuse two arrays in one document', async () => {
    await index({ x: 1, y: 1 });
    expect(await insert({ x: [1], y: [2] })).toMatchObject({ writeErrors: [{ code: 171 }] });
  });

  it('are named by explain, and a question they answer looks at no other document', async () => {
    await index({ g: 1, n: -1 });
    await insert(...Array.from({ length: 100 }, (_one, n) => ({ _id: n, g: n % 4, n })));
    const find = { find: 'a', filter: { g: 1 }, sort: { n: -1 }, limit: 5 };
    const reply = await run({ explain: find, verbosity: 'executionStats' });
    expect(reply).toMatchObject({
      queryPlanner: {
        winningPlan: { stage: 'FETCH', inputStage: { stage: 'IXSCAN', direction: 'forward' } },
      },
      executionStats: { nReturned: 5, totalDocsExamined: 5 },
    });
    expect(firstBatch(await run(find)).map(({ n }) => Number(n))).toEqual([97, 93, 89, 85, 81]);
    expect(await run({ explain: { find: 'a', filter: { n: 1 } } })).toMatchObject({
      queryPlanner: { winningPlan: { stage: 'COLLSCAN' } },
    });
  });

  it('give way to the one that names a single document, however many fields of others are held', async () => {
    await index({ o: 1, r: 1, at: 1 });
    await index({ o: 1, r: 1, label: 1 }, { unique: true });
    await insert(...Array.from({ length: 100 }, (_one, n) => ({ _id: n, o: 1, r: 1, at: n, label: n })));
    const within = { o: 1, r: 1 };
    for (const filter of [
      { ...within, _id: 42 },
      { ...within, label: 42 },
      { ...within, _id: { $in: [42] } },
    ]) {
      const reply = await run({ explain: { find: 'a', filter }, verbosity: 'executionStats' });
      expect(reply).toMatchObject({ executionStats: { nReturned: 1, totalDocsExamined: 1 } });
    }
  });

  it('let documents expire at their date, and only dates do', async () => {
    await index({ at: 1 }, { expireAfterSeconds: 60 });
    const now = Date.now();
    await insert(
      { _id: 1, at: new Date(now - 61_000) },
      { _id: 2, at: new Date(now - 1000) },
      { _id: 3, at: 0 },
      { _id: 4 },
    );
    expect(await expireDocuments(opened.store, now)).toBe(1);
    expect(firstBatch(await run({ find: 'a' })).map(({ _id }) => Number(_id))).toEqual([2, 3, 4]);
  });
});

describe('The check of a directory', () => {
  it('finds an entry that is missing and one that is too many', async () => {
    await index({ k: 1 });
    await insert({ _id: 1, k: 'x' });
    const { storage, catalog, queue } = opened.store;
    const number = catalog.find('test.a')?.indexes[1]?.number ?? 0;
    await queue.run(() => {
      for (const key of [...storage.entries.getKeys({})]) {
        if (key.readUInt32BE(0) === number) storage.entries.removeSync(key);
      }
      storage.entries.putSync(entryKey(number, Buffer.from('wrong'), 9), Buffer.of(1));
    });
    expect(verifyStore(opened.store)).toHaveLength(2);
  });
});

describe('Cursors', () => {
  it('give every document once, in batches, and end', async () => {
    await insert(...Array.from({ length: 250 }, (_one, n) => ({ _id: n })));
    const seen: number[] = [];
    let reply = await run({ find: 'a', batchSize: 100 });
    let { id, firstBatch: batch } = reply['cursor'] as { id: Long; firstBatch: Document[] };
    seen.push(...batch.map(({ _id }) => Number(_id)));
    while (!Long.fromValue(id).isZero()) {
      reply = await run({ getMore: id, collection: 'a', batchSize: 100 });
      const cursor = reply['cursor'] as { id: Long; nextBatch: Document[] };
      id = cursor.id;
      batch = cursor.nextBatch;
      seen.push(...batch.map(({ _id }) => Number(_id)));
    }
    expect(seen).toEqual(Array.from({ length: 250 }, (_one, n) => n));
  });
});

describe('The memory of retried writes', () => {
  it('is forgotten after half an hour', async () => {
    const lsid = { id: new Binary(Buffer.alloc(16), 4) };
    await run({ insert: 'a', documents: [{ _id: 1 }], lsid, txnNumber: Long.fromNumber(1) });
    expect(await forgetOldReplies(opened.store, Date.now())).toBe(0);
    expect(await forgetOldReplies(opened.store, Date.now() + 31 * 60_000)).toBe(1);
  });
});
