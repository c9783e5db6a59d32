import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Binary, Long, serialize, type Document } from 'bson';
import { runCommand } from '../../../src/embedded-mongo/commands/run-command.ts';
import { RawDocument } from '../../../src/embedded-mongo/bson/values.ts';
import { docOf } from '../support/bson-documents.ts';
import { firstBatch, openTestStore } from '../support/test-store.ts';

const { run, store, close } = openTestStore();
afterAll(close);

/** A document of so many levels, this one counted. */
function nested(levels: number): Document {
  let inner: Document = {};
  for (let level = 1; level < levels; level += 1) inner = { n: inner };
  return inner;
}
const path = (parts: number): string => Array.from({ length: parts }, () => 'n').join('.');
const rows = async (): Promise<number> => firstBatch(await run({ find: 'rows' })).length;

describe('A document that nests deeper than 180 levels', () => {
  beforeAll(() => run({ insert: 'rows', documents: [{ _id: 1, ...nested(180) }] }));

  it('is not stored by an insert, in a message of either kind', async () => {
    const tooDeep = { _id: 2, ...nested(181) };
    expect(await run({ insert: 'rows', documents: [tooDeep] })).toMatchObject({
      writeErrors: [{ code: 15 }],
    });
    const body = docOf({ insert: 'rows', $db: 'test' });
    body.set('documents', [new RawDocument(Buffer.from(serialize(tooDeep)))]);
    const reply = await runCommand(store, body);
    expect(reply.get('writeErrors')).toHaveLength(1);
    expect(await rows()).toBe(1);
  });

  it.each<[string, Document]>([
    ['a path below the deepest', { $set: { [`${path(179)}.x.y`]: 1 } }],
    ['a long path of its own', { $set: { [`m.${path(185)}`]: 1 } }],
    ['an element of a deep list', { $push: { list: nested(179) } }],
  ])('does not come about through %s', async (_how, change) => {
    const reply = await run({ update: 'rows', updates: [{ q: { _id: 1 }, u: change }] });
    expect(reply).toMatchObject({ ok: 1, writeErrors: [{ code: 15 }] });
    expect(await rows()).toBe(1);
  });

  it('is not needed for a session to go on after a reply with one of 180', async () => {
    const lsid = { id: new Binary(Buffer.alloc(16, 7), 4) };
    const change = (n: number) =>
      run({
        findAndModify: 'rows',
        query: { _id: 1 },
        update: { $set: { seen: n } },
        lsid,
        txnNumber: Long.fromNumber(n),
      });
    expect(await change(1)).toMatchObject({ ok: 1 });
    expect(await change(1)).toMatchObject({ ok: 1 });
    expect(await change(2)).toMatchObject({ ok: 1, value: { seen: 1 } });
  });
});

describe('A path of thousands of parts', () => {
  const long = path(20_000);
  it.each<[string, Document]>([
    ['a filter', { find: 'rows', filter: { [long]: 1 } }],
    ['a projection', { find: 'rows', projection: { [long]: 1 } }],
    ['a sort', { find: 'rows', sort: { [long]: 1 } }],
    ['an expression', { find: 'rows', filter: { $expr: `$${long}` } }],
    ['a stage', { aggregate: 'rows', pipeline: [{ $addFields: { [long]: 1 } }], cursor: {} }],
    ['an index', { createIndexes: 'rows', indexes: [{ key: { [long]: 1 }, name: 'long' }] }],
  ])('is refused in %s', async (_where, command) => {
    expect(await run(command)).toMatchObject({ ok: 0 });
    expect(await run(command)).not.toMatchObject({ code: 1 });
    expect(await rows()).toBe(1);
  });

  it('is refused in an update', async () => {
    const reply = await run({ update: 'rows', updates: [{ q: {}, u: { $set: { [long]: 1 } } }] });
    expect(reply).toMatchObject({ ok: 1, writeErrors: [{ code: 15 }] });
  });
});
