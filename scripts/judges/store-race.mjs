// Sixteen writers at once on the embedded store: no update is lost and every document tells one serial order.
//   npm run judge -- store-race [--seconds 60]
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import mongoose from 'mongoose';
import { startEmbeddedMongo } from '../../dist/embedded-mongo/start.js';

const { values } = parseArgs({ options: { seconds: { type: 'string' } } });
const seconds = Number(values.seconds ?? process.env.STORE_RACE_SECONDS ?? 60);
const DOCUMENTS = 8;
const DUPLICATE = 11000;
const writers = Array.from({ length: 16 }, (_one, number) => number);

const dataDir = mkdtempSync(join(tmpdir(), 'store-race-'));
const store = await startEmbeddedMongo({ dataDir });
const client = await new mongoose.mongo.MongoClient(store.uri, { maxPoolSize: 16 }).connect();
const db = client.db('race');
const slots = db.collection('slots');
const names = db.collection('names');
const counts = db.collection('counts');
const found = { won: 0, beaten: 0, unique: 0, upserts: 0, lost: 0, unexplained: 0 };

/** Reads, then writes only if nobody was faster. Returns the marks of the updates that were acknowledged. */
async function increment(end) {
  const won = [];
  while (Date.now() < end) {
    const _id = Math.floor(Math.random() * DOCUMENTS);
    const { n } = await slots.findOne({ _id });
    const mark = `${n}:${randomUUID()}`;
    const { modifiedCount } = await slots.updateOne({ _id, n }, { $inc: { n: 1 }, $push: { log: mark } });
    if (modifiedCount === 1) won.push(`${_id}:${mark}`);
    else found.beaten += 1;
  }
  return won;
}

/** All writers take the same name, and add to the same counter that none of them has made. */
async function meet(round) {
  const outcomes = await Promise.all(
    writers.map((writer) =>
      names.insertOne({ name: round, writer }).then(
        () => 'inserted',
        (error) => error.code,
      ),
    ),
  );
  const inserted = outcomes.filter((one) => one === 'inserted').length;
  const refused = outcomes.filter((one) => one === DUPLICATE).length;
  if (inserted !== 1 || refused !== writers.length - 1) found.unexplained += 1;
  await Promise.all(
    writers.map(() => counts.updateOne({ key: round }, { $inc: { n: 1 } }, { upsert: true })),
  );
  const made = await counts.find({ key: round }).toArray();
  if (made.length !== 1 || made[0].n !== writers.length) found.lost += 1;
  found.unique += 1;
  found.upserts += 1;
}

/** The log of a document holds each acknowledged update once, each one seeing the state that the one before left. */
function compareLogs(docs, won) {
  const logged = new Set(docs.flatMap(({ _id, log }) => log.map((mark) => `${_id}:${mark}`)));
  found.lost += won.filter((mark) => !logged.has(mark)).length;
  found.unexplained += logged.size - won.length;
  for (const { n, log } of docs) {
    if (n !== log.length) found.unexplained += 1;
    found.unexplained += log.filter((mark, at) => !mark.startsWith(`${at}:`)).length;
  }
}

await names.createIndex({ name: 1 }, { unique: true });
await counts.createIndex({ key: 1 });
await slots.insertMany(Array.from({ length: DOCUMENTS }, (_one, _id) => ({ _id, n: 0, log: [] })));
const end = Date.now() + seconds * 1000;
const rounds = (async () => {
  for (let round = 0; Date.now() < end; round += 1) await meet(round);
})();
const won = (await Promise.all(writers.map(() => increment(end)))).flat();
await rounds;
compareLogs(await slots.find().toArray(), won);
found.won = won.length;
await client.close();
await store.close();
rmSync(dataDir, { recursive: true, force: true });
const passed = found.lost === 0 && found.unexplained === 0 && found.won > 0;
console.log(JSON.stringify({ seconds, ...found, passed }));
process.exit(passed ? 0 : 1);
