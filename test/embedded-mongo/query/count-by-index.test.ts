import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Document } from 'bson';
import { countByIndex } from '../../../src/embedded-mongo/query/count-by-index.ts';
import { readQuery } from '../../../src/embedded-mongo/commands/read-query.ts';
import { docOf } from '../support/bson-documents.ts';
import { firstBatch, openTestStore } from '../support/test-store.ts';

const { run, store, close } = openTestStore();
beforeAll(async () => {
  await run({
    createIndexes: 'rows',
    indexes: [
      { key: { role: 1, stage: -1, tags: 1 }, name: 'tagged' },
      { key: { role: 1, kind: 1, n: 1 }, name: 'kinds' },
      { key: { role: 1, long: 1 }, name: 'long', sparse: true },
      { key: { role: 1, at: -1 }, name: 'days' },
    ],
  });
  const documents = Array.from({ length: 300 }, (_one, n) => ({
    _id: n,
    role: `r${n % 3}`,
    kind: ['a', 'ab', 'a\0b', null, 7][n % 5],
    n,
    at: n % 10 === 0 ? null : n % 10 === 1 ? 'soon' : new Date(n * 1000),
  }));
  const without = [
    { _id: 'missing', role: 'r1' },
    { _id: 'undefined', role: 'r1', kind: undefined },
  ];
  await run({ insert: 'rows', documents: [...documents, ...without] });
});
afterAll(close);

const listed = (filter: Document): number | null => {
  const query = readQuery(docOf({ filter }), store.catalog.find('test.rows'));
  return query && countByIndex(store.storage, query);
};
const counted = async (query: Document, more: Document = {}): Promise<number> =>
  Number((await run({ count: 'rows', query, ...more }))['n']);

describe('A count by the entries of an index', () => {
  it.each([
    [{ role: 'r1', kind: 'a' }, 20],
    [{ kind: 'a', role: 'r1' }, 20],
    [{ role: 'r1', kind: null }, 22],
    [{ role: 'r1', kind: { $in: ['a', null] } }, 42],
    [{ role: 'r1', kind: { $in: ['a', 'ab', 'a'] } }, 40],
    [{ role: 'r1', kind: 'a\0b' }, 20],
    [{ role: { $in: ['r0', 'r2'] }, kind: 7 }, 40],
    [{ role: 'r9', kind: 'a' }, 0],
    [{ role: 'r0', at: { $gte: new Date(150_000) } }, 40],
    [{ role: { $in: ['r0', 'r1'] }, at: { $gte: new Date(0) } }, 160],
    [{ $and: [{ role: 'r0' }, { kind: 'ab' }] }, 20],
  ])('says %j without a document', async (filter, expected) => {
    expect(listed(filter)).toBe(expected);
    expect(await counted(filter)).toBe(expected);
  });

  it.each([
    [{ role: 'r1', kind: null, n: 3 }],
    [{ role: 'r1', tags: null, stage: null }],
    [{ role: 'r1', kind: { $gt: 'a' } }],
    [{ role: 'r1', kind: 'a', other: 1 }],
    [{ role: 'r1', n: 4 }],
    [{ role: 'r1', kind: 'a', n: { $gte: NaN } }],
    [{ $or: [{ role: 'r1' }, { role: 'r2' }] }],
    [{ role: 'r1', kind: /^a/ }],
    [{ $and: [{ role: 'r1' }, { role: 'r2' }] }],
    [{ n: 1 }],
    [{ role: 'r0', at: { $gt: new Date(150_000) } }],
    [{ role: 'r0', at: { $gte: new Date(0), $lt: new Date(9000) } }],
  ])('leaves %j to the documents', (filter) => {
    expect(listed(filter)).toBeNull();
  });

  it('keeps to skip and limit', async () => {
    const query = { role: 'r1', kind: 'a' };
    expect(await counted(query, { skip: 15 })).toBe(5);
    expect(await counted(query, { skip: 30 })).toBe(0);
    expect(await counted(query, { limit: 7 })).toBe(7);
  });

  it('lets a sorted find pass by what it skips, in both directions', async () => {
    const filter = { role: 'r1', kind: 'a', n: { $gte: 0 } };
    for (const direction of [1, -1]) {
      const find = { find: 'rows', filter, sort: { n: direction }, projection: { _id: 1 } };
      const all = firstBatch(await run(find));
      expect(all).toHaveLength(20);
      expect(firstBatch(await run({ ...find, skip: 17 }))).toEqual(all.slice(17));
      expect(firstBatch(await run({ ...find, skip: 20 }))).toEqual([]);
      expect(firstBatch(await run({ ...find, skip: 4, limit: 3 }))).toEqual(all.slice(4, 7));
    }
  });

  it('answers as a pipeline does that counts, with no group where nothing matches', async () => {
    const count = async (kind: string, ...between: Document[]) => {
      const pipeline = [{ $match: { role: 'r1', kind } }, ...between, { $group: { _id: 1, n: { $sum: 1 } } }];
      return firstBatch(await run({ aggregate: 'rows', pipeline, cursor: {} }));
    };
    expect(await count('a')).toEqual([{ _id: 1, n: 20 }]);
    expect(await count('nothing')).toEqual([]);
    expect(await count('a', { $limit: 7 })).toEqual([{ _id: 1, n: 7 }]);
    expect(await count('a', { $limit: 70 })).toEqual([{ _id: 1, n: 20 }]);
    expect(await count('a', { $skip: 15 }, { $limit: 7 })).toEqual([{ _id: 1, n: 5 }]);
  });

  it('looks at documents again once a field of the index has held an array or a shortened value', async () => {
    const stage = { role: 'r1', stage: 'in' };
    await run({ insert: 'rows', documents: [{ _id: 'one', role: 'r1', stage: 'in', tags: 'x' }] });
    expect(listed(stage)).toBe(1);
    await run({ insert: 'rows', documents: [{ _id: 'two', role: 'r1', stage: 'in', tags: ['x', 'y'] }] });
    expect(listed(stage)).toBeNull();
    expect(await counted(stage)).toBe(2);
    const long = { role: 'r5', long: 'l' };
    await run({ insert: 'rows', documents: [{ _id: 'three', ...long }] });
    expect(listed(long)).toBe(1);
    await run({ insert: 'rows', documents: [{ _id: 'four', role: 'r5', long: 'l'.repeat(3000) }] });
    expect(listed(long)).toBeNull();
    expect(await counted(long)).toBe(1);
  });
});
