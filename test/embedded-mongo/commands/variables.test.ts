import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Document } from 'bson';
import { firstBatch, openTestStore } from '../support/test-store.ts';

const { run, close } = openTestStore();
afterAll(close);
beforeEach(async () => {
  await run({ drop: 'rows' });
  await run({
    insert: 'rows',
    documents: [
      { _id: 1, n: 1 },
      { _id: 2, n: 2 },
    ],
  });
});

const isX = { $expr: { $eq: ['$n', '$$x'] } };
const left = async (): Promise<Document[]> => firstBatch(await run({ find: 'rows' }));

describe('The option let', () => {
  it('gives its variables to the filter and the projection of a find', async () => {
    const reply = await run({
      find: 'rows',
      filter: isX,
      projection: { y: { $add: ['$$x', 1] } },
      let: { x: 2 },
    });
    expect(firstBatch(reply)).toEqual([{ _id: 2, y: 3 }]);
  });

  it('lets a value name the variables before it', async () => {
    const reply = await run({ find: 'rows', filter: isX, let: { one: 1, x: { $add: ['$$one', 1] } } });
    expect(firstBatch(reply)).toEqual([{ _id: 2, n: 2 }]);
  });

  it('reaches every stage of a pipeline, and gives way to variables of operators', async () => {
    const reply = await run({
      aggregate: 'rows',
      pipeline: [
        { $match: { $expr: { $eq: ['$n', '$$x.v'] } } },
        { $addFields: { own: { $map: { input: [7], as: 'x', in: '$$x' } } } },
        { $group: { _id: '$$x.v', own: { $first: '$own' }, sum: { $sum: '$$x.v' } } },
      ],
      cursor: {},
      let: { x: { v: 2 } },
    });
    expect(firstBatch(reply)).toEqual([{ _id: 2, own: [7], sum: 2 }]);
  });

  it('serves the filters of update, findAndModify and delete', async () => {
    const set = { $set: { hit: true } };
    await run({ update: 'rows', updates: [{ q: isX, u: set, multi: true }], let: { x: 2 } });
    expect(await left()).toEqual([
      { _id: 1, n: 1 },
      { _id: 2, n: 2, hit: true },
    ]);
    const found = await run({
      findAndModify: 'rows',
      query: isX,
      update: set,
      new: true,
      fields: { x: '$$x' },
      let: { x: 1 },
    });
    expect(found['value']).toEqual({ _id: 1, x: 1 });
    await run({ delete: 'rows', deletes: [{ q: isX, limit: 0 }], let: { x: 1 } });
    expect(await left()).toEqual([{ _id: 2, n: 2, hit: true }]);
  });

  it.each<[string, Document, number]>([
    ['a value that reads a field', { let: { x: '$n' } }, 4890500],
    ['a value that reads the document', { let: { x: '$$ROOT' } }, 4890500],
    ['a name that begins with a capital', { let: { X: 1 } }, 9],
    ['a variable that is not there', { let: { y: 1 } }, 17276],
    ['anything but a document', { let: 5 }, 14],
  ])('refuses %s', async (_what, option, code) => {
    expect(await run({ find: 'rows', filter: isX, ...option })).toMatchObject({ ok: 0, code });
  });

  it('is unknown to commands that have no expressions', async () => {
    expect(await run({ insert: 'rows', documents: [{}], let: { x: 1 } })).toMatchObject({ code: 40415 });
    expect(await run({ count: 'rows', let: { x: 1 } })).toMatchObject({ code: 40415 });
  });
});
