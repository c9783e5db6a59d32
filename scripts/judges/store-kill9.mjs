// Kills the embedded store at random moments under load and checks that nothing acknowledged is lost.
//   node scripts/judges/store-kill9.mjs [--rounds 50] [--power-cut] [--break]
// --power-cut  goes on from what a power cut would have left on the disk (Linux, needs gcc), not from the page cache
// --break      judges a copy of the build that does not wait for the disk; the judge must then find losses
import { execFileSync, spawn } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import mongoose from 'mongoose';

const { values } = parseArgs({
  options: { rounds: { type: 'string' }, 'power-cut': { type: 'boolean' }, break: { type: 'boolean' } },
});
const rounds = Number(values.rounds ?? 50);
const work = mkdtempSync(join(tmpdir(), 'store-kill9-'));
const dataDir = join(work, 'data');
const image = join(work, 'image.mdb');
const program = values.break ? breakBuild() : resolve('dist/commands/embedded-mongo.js');
const preload = values['power-cut'] ? compilePreload() : null;

/** What was acknowledged, and what was under way when the store died. */
const known = {
  inserted: new Map(),
  deleted: new Set(),
  counters: new Map(),
  upserted: new Map(),
  unsure: new Set(),
};
const found = { lost: 0, torn: 0, wrong: 0, damaged: 0, acknowledged: 0 };
let nextId = 0;

function breakBuild() {
  const copy = join(work, 'dist');
  cpSync('dist', copy, { recursive: true });
  symlinkSync(resolve('node_modules'), join(work, 'node_modules'));
  copyFileSync('package.json', join(work, 'package.json'));
  const path = join(copy, 'embedded-mongo/storage/open-storage.js');
  const text = readFileSync(path, 'utf8');
  const broken = text.replace('maxDbs: 8', 'maxDbs: 8, noSync: true');
  if (broken === text) throw new Error('the build has changed: nothing to break');
  writeFileSync(path, broken);
  return join(copy, 'commands/embedded-mongo.js');
}

function compilePreload() {
  const path = join(work, 'durable-image.so');
  execFileSync(process.env.CC ?? 'gcc', [
    '-O2',
    '-shared',
    '-fPIC',
    '-o',
    path,
    'scripts/judges/durable-image.c',
    '-ldl',
    '-lpthread',
  ]);
  return path;
}

async function startStore() {
  const env = { ...process.env, ...(preload ? { LD_PRELOAD: preload, DURABLE_IMAGE: image } : {}) };
  const child = spawn(process.execPath, [program, '--data', dataDir], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (text) => (errors += text));
  const uri = await new Promise((done, fail) => {
    createInterface(child.stdout).once('line', done);
    child.once('exit', (code) => fail(new Error(`the store ended with ${code}: ${errors}`)));
  });
  child.removeAllListeners('exit');
  return { child, uri };
}

const text = (id) => `${id}:`.padEnd(400, String(id));

async function insertAndDelete(things, isOver) {
  while (!isOver()) {
    const id = nextId++;
    known.unsure.add(id);
    await things.insertOne({ _id: id, group: id % 7, text: text(id) });
    known.inserted.set(id, text(id));
    found.acknowledged += 1;
    if (id % 5 === 4) {
      await things.deleteOne({ _id: id });
      known.deleted.add(id);
      found.acknowledged += 1;
    }
    known.unsure.delete(id);
  }
}

async function count(counters, slot, isOver) {
  const state = known.counters.get(slot) ?? { value: 0, sent: 0 };
  known.counters.set(slot, state);
  while (!isOver()) {
    state.sent = state.value + 1;
    const result = await counters.updateOne(
      { _id: slot, n: state.value },
      { $inc: { n: 1 }, $push: { last: { $each: [state.value], $slice: -5 } } },
    );
    if (result.modifiedCount !== 1) found.wrong += 1;
    state.value += 1;
    found.acknowledged += 1;
  }
}

async function upsert(pairs, isOver) {
  while (!isOver()) {
    const id = nextId++;
    await pairs.updateOne(
      { key: `k${id}` },
      { $setOnInsert: { made: id }, $inc: { n: 1 } },
      { upsert: true },
    );
    known.upserted.set(`k${id}`, id);
    found.acknowledged += 1;
  }
}

async function prepare(db) {
  await db.collection('things').createIndex({ group: 1, text: -1 });
  await db.collection('pairs').createIndex({ key: 1 }, { unique: true });
  for (let slot = 0; slot < 4; slot += 1) {
    await db.collection('counters').updateOne({ _id: slot }, { $setOnInsert: { n: 0 } }, { upsert: true });
  }
}

/** A counter may be one ahead: the update was done, its acknowledgement did not arrive. */
async function settleCounters(db) {
  for (const [slot, state] of known.counters) {
    const doc = await db.collection('counters').findOne({ _id: slot });
    if (doc?.n !== state.value && doc?.n !== state.sent) found.lost += 1;
    if (doc && doc.n > 0 && doc.last?.at(-1) !== doc.n - 1) found.torn += 1;
    state.value = doc?.n ?? 0;
  }
}

async function check(db) {
  const things = new Map((await db.collection('things').find().toArray()).map((doc) => [doc._id, doc]));
  for (const [id, expected] of known.inserted) {
    if (known.unsure.has(id)) continue;
    const doc = things.get(id);
    if (known.deleted.has(id)) found.wrong += doc ? 1 : 0;
    else if (!doc) found.lost += 1;
    else if (doc.text !== expected) found.torn += 1;
  }
  for (const doc of things.values())
    if (doc.text !== text(doc._id) || doc.group !== doc._id % 7) found.torn += 1;
  const pairs = new Map((await db.collection('pairs').find().toArray()).map((doc) => [doc.key, doc]));
  for (const [key, made] of known.upserted) {
    const doc = pairs.get(key);
    if (!doc) found.lost += 1;
    else if (doc.made !== made || doc.n !== 1) found.wrong += 1;
  }
  await settleCounters(db);
}

function verify() {
  try {
    execFileSync(process.execPath, [
      resolve('dist/commands/embedded-mongo.js'),
      '--data',
      dataDir,
      '--verify',
    ]);
  } catch (error) {
    found.damaged += 1;
    console.error(String(error.stdout ?? error));
  }
}

async function round() {
  const { child, uri } = await startStore();
  const client = await new mongoose.mongo.MongoClient(uri, {
    retryWrites: false,
    serverSelectionTimeoutMS: 3000,
  }).connect();
  client.on('error', () => {});
  const db = client.db('judge');
  await check(db);
  await prepare(db);
  let over = false;
  const isOver = () => over;
  const writers = [
    ...[1, 2, 3].map(() => insertAndDelete(db.collection('things'), isOver)),
    ...[0, 1, 2, 3].map((slot) => count(db.collection('counters'), slot, isOver)),
    ...[1, 2].map(() => upsert(db.collection('pairs'), isOver)),
  ].map((writer) => writer.catch(() => {}));
  await new Promise((done) => setTimeout(done, 100 + Math.random() * 500));
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await gone;
  over = true;
  await Promise.all(writers);
  await client.close(true);
  if (preload) copyFileSync(image, join(dataDir, 'store/data.mdb'));
  verify();
}

const started = Date.now();
try {
  for (let n = 0; n < rounds; n += 1) await round();
  const { child, uri } = await startStore();
  const client = await new mongoose.mongo.MongoClient(uri).connect();
  await check(client.db('judge'));
  await client.close();
  child.kill('SIGTERM');
} catch (error) {
  found.damaged += 1;
  console.error(error);
}
if (existsSync(work)) rmSync(work, { recursive: true, force: true });
const bad = found.lost + found.torn + found.wrong + found.damaged;
const passed = values.break ? bad > 0 : bad === 0;
console.log(JSON.stringify({ rounds, ...found, seconds: Math.round((Date.now() - started) / 1000), passed }));
process.exit(passed ? 0 : 1);
