import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { verifyStore } from '../../src/embedded-mongo/verify.ts';
import { openTestStore, type TestStore } from './support/test-store.ts';
import { deriveKeys } from '../../src/embedded-mongo/wire/scram.ts';
import { serve, type Listening } from '../../src/embedded-mongo/wire/serve.ts';

type Slot = { _id: number; n: number; log: string[] };

let opened: TestStore;
let server: Listening;
let clients: mongoose.mongo.MongoClient[];

beforeAll(async () => {
  opened = openTestStore();
  server = await serve(opened.store, deriveKeys('user', 'secret'), 0);
  const uri = `mongodb://user:secret@127.0.0.1:${server.port}/?directConnection=true&authSource=admin&maxPoolSize=8`;
  clients = await Promise.all([1, 2].map(() => new mongoose.mongo.MongoClient(uri).connect()));
});

afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await server.close();
  await opened.close();
});

function collectionOf<T extends mongoose.mongo.Document>(
  writer: number,
  name: string,
): mongoose.mongo.Collection<T> {
  const client = clients[writer % clients.length];
  if (!client) throw new Error('no client');
  return client.db('race').collection<T>(name);
}

const SECONDS = Number(process.env['STORE_RACE_SECONDS'] ?? 4);
const writers = Array.from({ length: 16 }, (_one, index) => index);

describe('Sixteen writers at once', () => {
  it('lose no conditional update: every document tells one serial order', async () => {
    const slots = collectionOf<Slot>(0, 'slots');
    await slots.insertMany(Array.from({ length: 8 }, (_one, id) => ({ _id: id, n: 0, log: [] })));
    const end = Date.now() + SECONDS * 1000;
    const won = await Promise.all(
      writers.map(async (writer) => {
        const mine: string[] = [];
        const things = collectionOf<Slot>(writer, 'slots');
        while (Date.now() < end) {
          const id = Math.floor(Math.random() * 8);
          const doc = await things.findOne({ _id: id }, { projection: { n: 1 } });
          const mark = `${id}:${doc?.n ?? -1}:${randomUUID()}`;
          const result = await things.updateOne(
            { _id: id, n: doc?.n ?? -1 },
            { $inc: { n: 1 }, $push: { log: mark } },
          );
          if (result.modifiedCount === 1) mine.push(mark);
        }
        return mine;
      }),
    );
    const docs = await slots.find().toArray();
    expect(docs.flatMap(({ log }) => log).sort()).toEqual(won.flat().sort());
    for (const { _id, n, log } of docs) {
      expect(log.map((mark) => mark.split(':').slice(0, 2).join(':'))).toEqual(
        log.map((_mark, at) => `${_id}:${at}`),
      );
      expect(n).toBe(log.length);
    }
    expect(won.flat().length).toBeGreaterThan(20);
  }, 90_000);

  it('insert one document each time when they race for a unique key', async () => {
    await collectionOf(0, 'unique').createIndexes([{ key: { key: 1 }, unique: true }]);
    for (let round = 0; round < 20; round += 1) {
      const outcomes = await Promise.all(
        writers.map((writer) =>
          collectionOf(writer, 'unique')
            .insertOne({ key: round, writer })
            .then(
              () => 'inserted',
              (error: unknown) => (error instanceof mongoose.mongo.MongoServerError ? error.code : error),
            ),
        ),
      );
      expect(outcomes.filter((outcome) => outcome === 'inserted')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 11000)).toHaveLength(15);
    }
  });

  it('make one document when they race to upsert it, and count every one', async () => {
    await Promise.all(
      writers.map((writer) =>
        collectionOf(writer, 'upserts').updateOne({ key: 'k' }, { $inc: { n: 1 } }, { upsert: true }),
      ),
    );
    expect(
      await collectionOf(0, 'upserts')
        .find({}, { projection: { _id: 0 } })
        .toArray(),
    ).toEqual([{ key: 'k', n: 16 }]);
  });

  it('do not replace a collection that another has just made', async () => {
    const jobs = writers.map((writer) =>
      writer % 2 === 0
        ? opened.run({ create: 'fresh' })
        : opened.run({ insert: 'fresh', documents: [{ _id: writer }] }),
    );
    await Promise.all(jobs);
    expect(await opened.run({ count: 'fresh' })).toMatchObject({ n: 8 });
  });

  it('leave every index equal to a rebuild', () => {
    expect(verifyStore(opened.store)).toEqual([]);
  });
});

describe('A retried write', () => {
  const lsid = { id: new mongoose.mongo.Binary(Buffer.alloc(16, 7), 4) };
  const increment = (txnNumber: number) =>
    opened.run({
      findAndModify: 'retried',
      query: { _id: 1 },
      update: { $inc: { n: 1 } },
      upsert: true,
      new: true,
      lsid,
      txnNumber: mongoose.mongo.Long.fromNumber(txnNumber),
    });

  it('is answered and not done twice; a later one is done; an older one is refused', async () => {
    const first = await increment(1);
    expect(first).toMatchObject({ value: { n: 1 } });
    expect(await increment(1)).toEqual(first);
    expect(await increment(2)).toMatchObject({ value: { n: 2 } });
    expect(await increment(1)).toMatchObject({ ok: 0, code: 225 });
  });
});
