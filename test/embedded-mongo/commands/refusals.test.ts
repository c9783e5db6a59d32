import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Binary, Decimal128, Double, Long, type Document } from 'bson';
import { openTestStore } from '../support/test-store.ts';

const { run, close } = openTestStore();
afterAll(close);
beforeAll(() =>
  run({
    insert: 'rows',
    documents: [
      { _id: 1, list: [1, 2, 3], n: 5 },
      { _id: 2, list: [{ x: 1 }, { x: 2 }], n: 6 },
    ],
  }),
);

const session = (byte: number): Document => ({ id: new Binary(Buffer.alloc(16, byte), 4) });
const openCursor = async (fields: Document): Promise<Long> => {
  const reply = await run({ find: 'rows', batchSize: 1, ...fields });
  return Long.fromBigInt(BigInt((reply['cursor'] as { id: bigint | Long }).id.toString()));
};

describe('A command that is not right is refused with MongoDB’s code', () => {
  it.each<[string, Document, number]>([
    ['a negative limit', { find: 'rows', limit: -1 }, 51024],
    ['a negative time limit', { find: 'rows', maxTimeMS: -1 }, 2],
    ['a time limit beyond 32 bits', { find: 'rows', maxTimeMS: 2 ** 40 }, 2],
    ['a number as hint', { find: 'rows', hint: 5 }, 9],
    ['an unknown read concern', { find: 'rows', readConcern: { level: 'x' } }, 2],
    ['a write concern of three', { insert: 'rows', documents: [{}], writeConcern: { w: 3 } }, 100],
    ['sorting by a text', { find: 'rows', sort: { n: 'x' } }, 15974],
    ['$expr inside an array', { find: 'rows', filter: { list: { $elemMatch: { $expr: true } } } }, 2],
    ['$all that mixes', { find: 'rows', filter: { list: { $all: [{ $elemMatch: { x: 1 } }, 3] } } }, 2],
    ['an open pattern', { find: 'rows', filter: { a: { $regex: '(' } } }, 51091],
    [
      'an unknown option of a pattern',
      { find: 'rows', filter: { a: { $regex: 'a', $options: 'q' } } },
      51108,
    ],
    [
      'two positions in a projection',
      { find: 'rows', filter: { list: 2 }, projection: { 'list.$': 1, 'n.$': 1 } },
      31276,
    ],
    [
      'a position that is left out',
      { find: 'rows', filter: { list: 2 }, projection: { 'list.$': 0 } },
      31395,
    ],
    [
      'a position that was not found',
      { find: 'rows', filter: { _id: 1 }, projection: { 'list.$': 1 } },
      51246,
    ],
    ['an empty part of a projection', { find: 'rows', projection: { n: {} } }, 51270],
    ['an expression beside an exclusion', { find: 'rows', projection: { n: 0, m: '$n' } }, 31252],
    ['distinct without a key', { distinct: 'rows' }, 40414],
    ['no updates', { update: 'rows', updates: [] }, 16],
    ['no deletes', { delete: 'rows', deletes: [] }, 16],
    ['a delete without limit', { delete: 'rows', deletes: [{ q: {} }] }, 40414],
    [
      'constants without a pipeline',
      { update: 'rows', updates: [{ q: {}, u: { $set: { a: 1 } }, c: { x: 1 } }] },
      51198,
    ],
    ['an aggregation of nothing', { aggregate: 1, pipeline: [], cursor: {} }, 73],
    ['an unknown field inside explain', { explain: { find: 'rows', what: 1 } }, 40415],
    ['a collation inside explain', { explain: { find: 'rows', collation: { locale: 'de' } } }, 115],
    ['an index without a name', { createIndexes: 'rows', indexes: [{ key: { n: 1 } }] }, 9],
    [
      'an index that is unique by a text',
      { createIndexes: 'rows', indexes: [{ key: { n: 1 }, name: 'n', unique: 'x' }] },
      14,
    ],
    [
      'an index that expires by a text',
      { createIndexes: 'rows', indexes: [{ key: { n: 1 }, name: 'n', expireAfterSeconds: 'x' }] },
      14,
    ],
    ['sizes by a scale of zero', { collStats: 'rows', scale: 0 }, 51024],
  ])('%s', async (_what, command, code) => {
    expect(await run(command)).toMatchObject({ ok: 0, code });
  });

  it.each<[string, Document, number]>([
    ['a sort of many', { q: {}, u: { $set: { a: 1 } }, multi: true, sort: { n: 1 } }, 9],
    ['a number as hint', { q: {}, u: { $set: { a: 1 } }, hint: 5 }, 9],
    ['an upsert with half an _id', { q: { '_id.x': 1 }, u: { $set: { a: 1 } }, upsert: true }, 111],
  ])('an update with %s', async (_what, statement, code) => {
    const reply = await run({ update: 'rows', updates: [statement] });
    expect(reply).toMatchObject({ ok: 1, writeErrors: [{ index: 0, code }] });
  });
});

describe('A cursor', () => {
  it.each<[string, Document, Document, number]>([
    ['another session', { lsid: session(1) }, { lsid: session(2) }, 50738],
    ['no session', { lsid: session(1) }, {}, 50737],
    ['a session, opened without one', {}, { lsid: session(2) }, 50736],
    ['another collection', {}, { collection: 'others' }, 13],
  ])('is not for %s', async (_who, opened, asking, code) => {
    const id = await openCursor(opened);
    expect(await run({ getMore: id, collection: 'rows', ...asking })).toMatchObject({ ok: 0, code });
    expect(await run({ getMore: id, collection: 'rows', ...opened })).toMatchObject({ ok: 1 });
  });
});

describe('A cursor id', () => {
  it.each<[string, unknown]>([
    ['NaN', NaN],
    ['infinite', Infinity],
    ['a fraction', 1.5],
    ['a whole double', new Double(7)],
    ['a 32-bit integer', 7],
    ['a decimal', new Decimal128('7')],
    ['a decimal that is no number', new Decimal128('NaN')],
    ['a text', '7'],
  ])('that is %s is no long and is refused', async (_what, id) => {
    const refused = { ok: 0, code: 14, codeName: 'TypeMismatch' };
    expect(await run({ getMore: id, collection: 'rows', batchSize: {} })).toMatchObject(refused);
    expect(await run({ killCursors: 'rows', cursors: [id] })).toMatchObject(refused);
  });

  it('that nobody has is not found', async () => {
    const id = Long.fromNumber(7);
    expect(await run({ getMore: id, collection: 'rows' })).toMatchObject({ ok: 0, code: 43 });
    const reply = await run({ killCursors: 'rows', cursors: [id] });
    expect(reply).toMatchObject({ ok: 1, cursorsKilled: [], cursorsNotFound: [{}] });
  });
});

describe('The statistics', () => {
  it('tell the bytes of documents and of index keys, as they were sent and scaled', async () => {
    const plain = await run({ collStats: 'rows' });
    const size = Number(plain['size']);
    expect(plain).toMatchObject({ count: 2, nindexes: 1, avgObjSize: Math.floor(size / 2), scaleFactor: 1 });
    // Documents of 53 and 62 bytes; a key of index and record number, type and eight bytes of the value.
    expect(plain).toMatchObject({ size: 115, indexSizes: { _id_: 38 }, totalIndexSize: 38, totalSize: 153 });
    expect(await run({ collStats: 'rows', scale: 10 })).toMatchObject({ size: 11, totalIndexSize: 3 });
    expect(await run({ dbStats: 1 })).toMatchObject({
      collections: 1,
      objects: 2,
      dataSize: size,
      indexSize: 38,
    });
    expect(await run({ collStats: 'nowhere' })).toMatchObject({ ok: 1, count: 0, size: 0 });
    const listed = await run({ listDatabases: 1, $db: 'admin' });
    expect(listed).toMatchObject({
      databases: [{ name: 'test', sizeOnDisk: size + 38 }],
      totalSize: size + 38,
    });
  });
});
