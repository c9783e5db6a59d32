// The embedded store under 100,000 documents of about 500 bytes with 4 indexes, measured through the driver.
//   node bench/store.mjs [--documents 100000]
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import mongoose from 'mongoose';
import { startEmbeddedMongo } from '../dist/embedded-mongo/start.js';
import { openRawWriter } from './store/raw-writer.mjs';

const { values } = parseArgs({ options: { documents: { type: 'string' } }, strict: false });
const total = Number(values.documents ?? 100_000);
const dataDir = mkdtempSync(join(tmpdir(), 'bench-store-'));

const WARM_UP = 2000;

const quantile = (times, q) => times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * q)];
const round = (value) => Math.round(value * 100) / 100;

const summary = (times) => ({ p50: round(quantile(times, 0.5)), p95: round(quantile(times, 0.95)) });

async function clock(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** What a server does after its first seconds: the first calls, before the engine has compiled the path, do not count. */
async function time(count, work) {
  const times = [];
  for (let n = 0; n < WARM_UP; n += 1) await work(n);
  for (let n = 0; n < count; n += 1) times.push(await clock(() => work(n)));
  return summary(times);
}

/** In turns, so that a disk that is slower for a while is slower for all of them. */
async function timeInTurns(count, works) {
  const times = works.map(() => []);
  for (let n = 0; n < count; n += 1)
    for (const [at, work] of works.entries()) times[at].push(await clock(() => work(n)));
  return times.map(summary);
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

const raw = openRawWriter(dataDir, total);
[results.insert, results.rawDurableWrite, results.rawSamePayload] = await timeInTurns(300, [
  (n) => things.insertOne(document(total + n)),
  raw.writeOne,
  raw.writeSamePayload,
]);
await raw.close();
results.insertAim = round(2 * results.rawDurableWrite.p50 + 1);
// What the driver and the socket take for a command that looks at nothing.
results.ping = await time(2000, () => client.db('bench').command({ ping: 1 }));
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
