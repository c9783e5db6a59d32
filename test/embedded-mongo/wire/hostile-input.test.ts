import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect, type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { deserialize, serialize, type Document } from 'bson';
import fc from 'fast-check';
import mongoose from 'mongoose';
import { FrameReader } from '../../../src/embedded-mongo/wire/read-frames.ts';
import { deriveKeys } from '../../../src/embedded-mongo/wire/scram.ts';
import { serve, type Listening } from '../../../src/embedded-mongo/wire/serve.ts';
import { messageOf, openSignedIn } from '../support/signed-in-socket.ts';
import { openTestStore, type TestStore } from '../support/test-store.ts';

let opened: TestStore;
let server: Listening;
let client: mongoose.mongo.MongoClient;

beforeAll(async () => {
  opened = openTestStore();
  server = await serve(opened.store, deriveKeys('user', 'secret'), 0);
  const uri = `mongodb://user:secret@127.0.0.1:${server.port}/?directConnection=true&authSource=admin`;
  client = await new mongoose.mongo.MongoClient(uri).connect();
});

afterAll(async () => {
  await client.close();
  await server.close();
  await opened.close();
});

/** Sends bytes and tells what came back before the connection ended or fell silent. */
function send(bytes: Uint8Array): Promise<Buffer> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const socket: Socket = connect({ host: '127.0.0.1', port: server.port }, () => {
      socket.end(bytes);
    });
    socket.on('data', (part) => parts.push(part));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(Buffer.concat(parts));
    });
  });
}

function message(opCode: number, payload: Uint8Array, length = payload.length + 16): Buffer {
  const head = Buffer.alloc(16);
  head.writeInt32LE(length, 0);
  head.writeInt32LE(1, 4);
  head.writeInt32LE(opCode, 12);
  return Buffer.concat([head, payload]);
}

async function readReplies(socket: Socket, count: number): Promise<Document[]> {
  const frames = new FrameReader();
  const replies: Document[] = [];
  for await (const part of socket as AsyncIterable<Buffer>) {
    frames.push(part);
    for (let frame = frames.take(true); frame; frame = frames.take(true))
      replies.push(deserialize(frame.subarray(21)));
    if (replies.length === count) break;
  }
  return replies;
}

const body = (command: Document): Buffer => Buffer.concat([Buffer.alloc(5), serialize(command)]);
const hello = message(2013, body({ hello: 1, $db: 'admin' }));
const alive = async (): Promise<boolean> => (await client.db('admin').command({ ping: 1 }))['ok'] === 1;

describe('The wire', () => {
  it.each<[string, Uint8Array]>([
    ['a length that is too small', message(2013, Buffer.alloc(0), 3)],
    ['a negative length', message(2013, Buffer.alloc(0), -1)],
    ['a claim of two gigabytes', message(2013, Buffer.alloc(0), 0x7fffffff)],
    ['48 MB before signing in', message(2013, Buffer.alloc(1000), 48_000_000)],
    ['an unknown operation', message(2012, Buffer.alloc(20))],
    ['half a message', hello.subarray(0, 30)],
    ['a message without a body', message(2013, Buffer.alloc(4))],
    ['an unknown section', message(2013, Buffer.from([0, 0, 0, 0, 9, 5, 0, 0, 0, 0]))],
    [
      'unknown required flags',
      message(2013, Buffer.concat([Buffer.from([64, 0, 0, 0, 0]), serialize({ hello: 1 })])),
    ],
    ['a sequence without an end', message(2013, Buffer.from([0, 0, 0, 0, 1, 8, 0, 0, 0, 65, 66, 67, 68]))],
    ['BSON that is cut off', message(2013, body({ hello: 1 }).subarray(0, 12))],
    ['a query that is too short', message(2004, Buffer.alloc(10))],
  ])('ends the connection on %s and goes on serving', async (_name, bytes) => {
    expect(await send(bytes)).toHaveLength(0);
    expect(await alive()).toBe(true);
  });

  it('answers the old and the new form of the handshake', async () => {
    const old = Buffer.concat([
      Buffer.alloc(4),
      Buffer.from('admin.$cmd\0'),
      Buffer.alloc(8),
      serialize({ isMaster: 1 }),
    ]);
    expect((await send(hello)).includes('isWritablePrimary')).toBe(true);
    expect((await send(message(2004, old))).includes('isWritablePrimary')).toBe(true);
  });

  it('refuses every command before signing in', async () => {
    const answer = await send(message(2013, body({ find: 'things', $db: 'test' })));
    expect(answer.includes('requires authentication')).toBe(true);
  });

  it('answers commands that come in pieces and without waiting one after the other', async () => {
    const socket = await openSignedIn(server.port, 'user', 'secret');
    const commands = Array.from({ length: 20 }, (_one, n) => [
      { insert: 'queue', documents: [{ _id: n, filler: 'x'.repeat(20_000) }], $db: 'test' },
      { count: 'queue', $db: 'test' },
    ]).flat();
    const bytes = Buffer.concat(commands.map((command) => messageOf(serialize(command))));
    const replies = readReplies(socket, commands.length);
    for (let at = 0; at < 1000; at += 50) {
      socket.write(bytes.subarray(at, at + 50));
      await setImmediate();
    }
    socket.write(bytes.subarray(1000));
    const counts = (await replies).flatMap((reply, at) => (at % 2 === 1 ? [reply['n'] as number] : []));
    socket.destroy();
    expect(counts).toEqual(Array.from({ length: 20 }, (_one, n) => n + 1));
  });

  it('survives random bytes, and random changes to a real message', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (noise, changes) => {
          const changed = Buffer.from(hello);
          for (const [at, byte] of changes) changed[at % changed.length] = byte;
          await send(noise);
          await send(changed);
        },
      ),
      { numRuns: 300 },
    );
    expect(await alive()).toBe(true);
  }, 60_000);
});

describe('A signed-in client', () => {
  const codeOf = (command: Document): Promise<number | null> =>
    client
      .db('test')
      .command(command)
      .then(
        () => null,
        (error: unknown) => (error instanceof mongoose.mongo.MongoServerError ? Number(error.code) : -1),
      );

  it.each<[Document, number]>([
    [{ noSuch: 1 }, 59],
    [{ find: 'a', surprise: 1 }, 40415],
    [{ find: 'a', filter: { $where: 'sleep(1)' } }, 2],
    [{ find: '', filter: {} }, 73],
    [{ find: 'a', skip: -1 }, 51024],
    [{ find: 'a', collation: { locale: 'de' } }, 115],
    [{ find: 'a', sort: { a: 5 } }, 15975],
    [{ aggregate: 'a', pipeline: [{ $lookup: {} }], cursor: {} }, 40324],
    [{ aggregate: 'a', pipeline: [{ $facet: {} }], cursor: {} }, 40324],
    [{ aggregate: 'a', pipeline: [{ $group: { _id: null, x: { $accumulator: {} } } }], cursor: {} }, 15952],
    [{ aggregate: 'a', pipeline: [], cursor: { surprise: 1 } }, 40415],
    [{ aggregate: 'a', pipeline: [] }, 9],
    [{ create: 'a', capped: true, size: 100 }, 115],
    [{ create: 'a', viewOn: 'b', pipeline: [] }, 115],
    [{ createIndexes: 'a', indexes: [{ key: { a: 'text' }, name: 'a' }] }, 67],
    [{ createIndexes: 'a', indexes: [{ key: { a: 1 }, name: 'a', surprise: 1 }] }, 197],
    [{ bulkWrite: 1, ops: [] }, 115],
    [{ update: 'a', updates: [{ q: {}, u: { $set: { a: 1 } }, surprise: 1 }] }, 40415],
    [{ getMore: mongoose.mongo.Long.fromNumber(5), collection: 'a' }, 43],
    [{ insert: 'a', documents: [] }, 16],
    [{ explain: { find: 'a' }, verbosity: 'loud' }, 2],
  ])('gets for %j the code %i', async (command, code) => {
    expect(await codeOf(command)).toBe(code);
  });

  it('is refused a transaction with the remedy', async () => {
    const session = client.startSession();
    session.startTransaction();
    const insert = client.db('test').collection('a').insertOne({ x: 1 }, { session });
    await expect(insert).rejects.toMatchObject({
      code: 263,
      message: expect.stringContaining('MONGODB_URI'),
    });
    await session.endSession();
  });

  it('may store 16 MB but not one byte more, and long keys are found', async () => {
    const things = client.db('test').collection<{ _id: number | string; text?: string }>('large');
    const overhead = serialize({ _id: 1, text: '' }).length;
    const text = 'x'.repeat(16 * 1024 * 1024 - overhead);
    await things.insertOne({ _id: 1, text });
    const larger = client.db('test').command({ insert: 'large', documents: [{ _id: 2, text: `${text}y` }] });
    expect(JSON.stringify((await larger)['writeErrors'])).toContain('10334');
    await things.createIndexes([{ key: { text: 1 } }]);
    const long = 'k'.repeat(3000);
    await things.insertOne({ _id: long, text: `${long}1` });
    await things.insertOne({ _id: `${long}2`, text: `${long}2` });
    expect(await things.findOne({ text: `${long}2` })).toMatchObject({ _id: `${long}2` });
    expect(await things.countDocuments({ _id: long })).toBe(1);
    await expect(things.insertOne({ _id: long })).rejects.toMatchObject({ code: 11000 });
  }, 60_000);

  it('stops a search that takes longer than it asked for', async () => {
    const many = client.db('test').collection('many');
    await many.insertMany(Array.from({ length: 5000 }, (_one, n) => ({ n, text: 'x'.repeat(100) })));
    await expect(
      many
        .find({ n: { $gte: 0 } })
        .sort({ text: 1 })
        .maxTimeMS(1)
        .toArray(),
    ).rejects.toMatchObject({ code: 50 });
  });

  it('keeps __proto__ and constructor as ordinary fields', async () => {
    const odd = client.db('test').collection('odd');
    await opened.run({
      insert: 'odd',
      documents: [
        new Map<string, unknown>([
          ['_id', 1],
          ['__proto__', { x: 1 }],
          ['constructor', 2],
        ]),
      ],
    });
    expect(await odd.countDocuments(JSON.parse('{"__proto__.x": 1, "constructor": 2}') as Document)).toBe(1);
    expect(({} as Document)['x']).toBeUndefined();
  });
});
