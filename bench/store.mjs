// The embedded store under 100,000 documents of about 500 bytes with 4 indexes, measured through the driver.
//   node bench/store.mjs [--documents 100000]
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { open } from 'lmdb';
import mongoose from 'mongoose';
import { startEmbeddedMongo } from '../dist/embedded-mongo/start.js';

const { values } = parseArgs({ options: { documents: { type: 'string' } }, strict: false });
const total = Number(values.documents ?? 100_000);
const dataDir = mkdtempSync(join(tmpdir(), 'bench-store-'));

const quantile = (times, q) => times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * q)];
const round = (value) => Math.round(value * 100) / 100;

async function time(count, work) {
  const times = [];
  for (let n = 0; n < count; n += 1) {
    const started = performance.now();
    await work(n);
    times.push(performance.now() - started);
  }
  return { p50: round(quantile(times, 0.5)), p95: round(quantile(times, 0.95)) };
}

const document = (n) => ({
  _id: n,
  organisationId: `o${n % 20}`,
  requisitionId: `r${n % 200}`,
  label: randomBytes(8).toString('hex'),
  score: (n * 7919) % 100_000,
  at: new Date(1.7e12 + n * 1000),
  state: ['open', 'done', 'closed'][n % 3],
  text: 'x'.repeat(290),
});

/** A durable write straight to the database library, in the same directory and at the same time as the inserts. */
function rawWriter() {
  const environment = open({ path: join(dataDir, 'raw'), overlappingSync: false, encoding: 'binary' });
  const bytes = randomBytes(500);
  return {
    write: (n) => environment.transactionSync(() => environment.putSync(n, bytes)),
    close: () => environment.close(),
  };
}

async function fill(things) {
  const size = 2000;
  for (let at = 0; at < total; at += size) {
    await things.insertMany(
      Array.from({ length: Math.min(size, total - at) }, (_one, n) => document(at + n)),
    );
  }
}

const results = {};
let store = await startEmbeddedMongo({ dataDir });
let client = await new mongoose.mongo.MongoClient(store.uri, { maxPoolSize: 32 }).connect();
let things = client.db('bench').collection('things');
await things.createIndexes([
  { key: { organisationId: 1, requisitionId: 1, score: -1 } },
  { key: { label: 1 }, unique: true },
  { key: { state: 1, at: 1 } },
  { key: { at: 1 } },
]);
const filled = performance.now();
await fill(things);
results.fillSeconds = round((performance.now() - filled) / 1000);

const raw = rawWriter();
const rawTimes = [];
const insertTimes = await time(300, async (n) => {
  await things.insertOne(document(total + n));
});
for (let n = 0; n < 300; n += 1) {
  const started = performance.now();
  raw.write(n);
  rawTimes.push(performance.now() - started);
}
await raw.close();
results.insert = insertTimes;
results.rawDurableWrite = { p50: round(quantile(rawTimes, 0.5)), p95: round(quantile(rawTimes, 0.95)) };
results.insertLimit = round(2 * results.rawDurableWrite.p50 + 1);
results.findById = await time(2000, (n) => things.findOne({ _id: (n * 31) % total }));
results.indexedSort20 = await time(500, (n) =>
  things
    .find({ organisationId: `o${n % 20}`, requisitionId: `r${n % 200}` })
    .sort({ score: -1 })
    .limit(20)
    .toArray(),
);

const updates = 6000;
const began = performance.now();
let next = 0;
await Promise.all(
  Array.from({ length: 32 }, async () => {
    while (next < updates) {
      const n = next++;
      await things.updateOne(
        { _id: n % 8, state: { $in: ['open', 'done', 'closed'] } },
        { $inc: { score: 1 } },
      );
    }
  }),
);
results.conditionalUpdatesPerSecond = Math.round(updates / ((performance.now() - began) / 1000));

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const scan = performance.now();
await things.countDocuments({ text: 'nowhere' });
results.fullScanMs = Math.round(performance.now() - scan);
delay.disable();
results.mainLoopP99Ms = round(delay.percentile(99) / 1e6);

await client.close();
await store.close();
const reopened = performance.now();
store = await startEmbeddedMongo({ dataDir });
results.openMs = Math.round(performance.now() - reopened);
await store.close();
rmSync(dataDir, { recursive: true, force: true });
console.log(JSON.stringify({ documents: total, ...results }, null, 2));
