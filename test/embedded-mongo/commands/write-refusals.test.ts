import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Binary, Double, MaxKey, UUID, type Document } from 'bson';
import { firstBatch, openTestStore, type TestStore } from '../support/test-store.ts';

let opened: TestStore;
beforeAll(() => {
  opened = openTestStore();
});
afterAll(() => opened.close());

const run = (command: Document): Promise<Document> => opened.run(command);
const upsert = (q: Document, u: Document): Promise<Document> =>
  run({ update: 'upserts', updates: [{ q, u, upsert: true }] });

describe('An upsert', () => {
  it.each<Document>([
    { $and: [{ a: 1 }, { a: 2 }] },
    { $and: [{ a: 1 }, { 'a.b': 2 }] },
    { $and: [{ 'a.b': 1 }, { 'a.b.c': 2 }] },
  ])('from %j, which tells two values for one field, is refused with code 54', async (q) => {
    expect(await upsert(q, { $set: { x: 1 } })).toMatchObject({ writeErrors: [{ code: 54 }] });
  });

  it('may bring a top-level name with $, a later change of it is refused', async () => {
    expect(await upsert({ _id: 1 }, { $set: { $own: 'x' } })).toMatchObject({ n: 1 });
    expect(await upsert({ _id: 1 }, { $set: { $own: 'y' } })).toMatchObject({ writeErrors: [{ code: 52 }] });
    expect(firstBatch(await run({ find: 'upserts', filter: { _id: 1 } }))).toEqual([{ _id: 1, $own: 'x' }]);
  });
});

describe('A duplicate key', () => {
  it.each<[unknown, string]>([
    [new Double(1), '{ _id: 1.0 }'],
    [7, '{ _id: 7 }'],
    [new Binary(Buffer.from([1, 255])), '{ _id: BinData(0, 01FF) }'],
    [
      new UUID('00000000-0000-4000-8000-000000000001'),
      '{ _id: UUID("00000000-0000-4000-8000-000000000001") }',
    ],
  ])('is named as MongoDB prints it: %p', async (_id, text) => {
    await run({ insert: 'keys', documents: [{ _id }] });
    const reply = await run({ insert: 'keys', documents: [{ _id }] });
    expect(JSON.stringify(reply['writeErrors'])).toContain(JSON.stringify(`dup key: ${text}`).slice(1, -1));
  });
});

describe('A search up to the ends of the order', () => {
  it('finds documents without the field, also where a sparse or partial index does not list them', async () => {
    const find = { find: 'ends', filter: { a: { $lt: new MaxKey() } }, sort: { a: 1 } };
    await run({ insert: 'ends', documents: [{ _id: 1, a: 1 }, { _id: 2 }] });
    for (const options of [{ sparse: true }, { partialFilterExpression: { a: { $exists: true } } }]) {
      const index = { key: { a: 1 }, name: 'a', ...options };
      expect(await run({ createIndexes: 'ends', indexes: [index] })).toMatchObject({ ok: 1 });
      expect(firstBatch(await run(find))).toHaveLength(2);
      await run({ dropIndexes: 'ends', index: 'a' });
    }
  });
});

describe('The list of databases', () => {
  it('is in the order of their names', async () => {
    for (const $db of ['zoo', 'alpha']) await run({ create: 'a', $db });
    const { databases } = await run({ listDatabases: 1, $db: 'admin' });
    const names = (databases as { name: string }[]).map(({ name }) => name);
    expect(names).toEqual(names.toSorted());
    expect(names).toContain('alpha');
  });
});
