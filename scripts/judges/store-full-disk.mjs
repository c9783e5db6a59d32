// Fills a small disk under the embedded store, at last to its final byte by another file: each write has to be kept
// or refused, reads go on, and with more space it works again. Needs root on Linux, to mount a disk in memory.
//   npm run judge -- store-full-disk [--megabytes 80]
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import mongoose from 'mongoose';

const { values } = parseArgs({ options: { megabytes: { type: 'string' } } });
const megabytes = Number(values.megabytes ?? 80);
const OUT_OF_DISK_SPACE = 14031;
const ROUNDS = 3;
const MORE_MEGABYTES = 12;

const work = mkdtempSync(join(tmpdir(), 'store-full-disk-'));
const disk = join(work, 'disk');
const found = { acknowledged: 0, refused: 0, lost: 0, unexpected: 0, failedReads: 0, ghosts: 0, damaged: 0 };
/** What the store has to hold: acknowledged documents, and how far each counter came. */
const kept = new Map();
const counters = new Map();
const refusedIds = new Set();
let nextId = 0;

function mount() {
  execFileSync('mkdir', ['-p', disk]);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk], { stdio: 'pipe' });
}
const resize = (size) => execFileSync('mount', ['-o', `remount,size=${size}m`, disk]);

async function start() {
  const program = resolve('dist/commands/embedded-mongo.js');
  const child = spawn(process.execPath, [program, '--data', join(disk, 'data')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let ended = null;
  child.once('exit', (code, signal) => (ended = signal ?? code));
  const uri = await new Promise((done, fail) => {
    createInterface(child.stdout).once('line', done);
    child.once('exit', (code) => fail(new Error(`the store did not start: ${code}`)));
  });
  const client = await new mongoose.mongo.MongoClient(uri, { maxPoolSize: 8 }).connect();
  const stop = async () => {
    await client.close();
    const gone = ended === null ? new Promise((done) => child.once('exit', done)) : null;
    child.kill('SIGTERM');
    await gone;
  };
  return { db: client.db('judge'), stop, ended: () => ended };
}

const text = (id) => `${id}:`.padEnd(100 + (id % 7) * 5000, 'x');

/** Whether the write was acknowledged. A refusal has to be the one that names the disk. */
async function attempt(write) {
  try {
    await write();
    found.acknowledged += 1;
    return true;
  } catch (error) {
    found.refused += 1;
    if (error.code !== OUT_OF_DISK_SPACE) {
      found.unexpected += 1;
      console.error(String(error));
    }
    return false;
  }
}

async function insert(db) {
  const id = nextId++;
  const done = await attempt(() =>
    db.collection('things').insertOne({ _id: id, text: text(id), group: id % 5 }),
  );
  if (done) kept.set(id, text(id));
  else refusedIds.add(id);
  return done;
}

async function count(db, slot) {
  const n = counters.get(slot) ?? 0;
  const done = await attempt(() =>
    db
      .collection('counters')
      .updateOne(
        { _id: slot, ...(n === 0 ? {} : { n }) },
        { $inc: { n: 1 }, $set: { pad: 'y'.repeat(n % 3000) } },
        { upsert: n === 0 },
      ),
  );
  if (done) counters.set(slot, n + 1);
  return done;
}

/** Until the disk has refused each of eight writers many times in a row. */
async function fill(db) {
  await Promise.all(
    Array.from({ length: 8 }, async (_one, slot) => {
      for (let turn = 0, refusals = 0; refusals < 25; turn += 1) {
        const done = await (turn % 3 === 0 ? count(db, slot) : insert(db));
        refusals = done ? 0 : refusals + 1;
      }
    }),
  );
}

async function check(db) {
  const things = new Map((await db.collection('things').find().toArray()).map((doc) => [doc._id, doc]));
  for (const [id, expected] of kept) if (things.get(id)?.text !== expected) found.lost += 1;
  for (const id of refusedIds) if (things.has(id)) found.ghosts += 1;
  for (const [slot, n] of counters) {
    const doc = await db.collection('counters').findOne({ _id: slot });
    if (doc?.n !== n) found.lost += 1;
  }
  for (let n = 0; n < 20; n += 1) {
    const id = [...kept.keys()][Math.floor(Math.random() * kept.size)];
    const doc = await db.collection('things').findOne({ _id: id, group: id % 5 });
    if (doc?.text !== kept.get(id)) found.failedReads += 1;
  }
}

function verify() {
  try {
    execFileSync(process.execPath, [
      resolve('dist/commands/embedded-mongo.js'),
      '--data',
      join(disk, 'data'),
      '--verify',
    ]);
  } catch (error) {
    found.damaged += 1;
    console.error(String(error.stdout ?? error));
  }
}

/** Another program takes what is left while the store is written to. */
async function takeTheRest(db) {
  const child = spawn('dd', ['if=/dev/zero', `of=${join(disk, 'ballast')}`, 'bs=64k'], { stdio: 'ignore' });
  const gone = new Promise((done) => child.once('exit', done));
  await fill(db);
  await gone;
  await fill(db);
}

async function round(size) {
  const full = await start();
  if (size === megabytes) await full.db.collection('things').createIndex({ group: 1, text: 1 });
  await fill(full.db);
  await takeTheRest(full.db);
  await check(full.db);
  if (full.ended() !== null) throw new Error(`the store ended with ${full.ended()}`);
  await full.stop();
  rmSync(join(disk, 'ballast'));
  verify();
  const again = await start();
  await check(again.db);
  resize(size + MORE_MEGABYTES);
  for (let n = 0; n < 50; n += 1) {
    if (!(await insert(again.db))) found.unexpected += 1;
    if (!(await count(again.db, n % 8))) found.unexpected += 1;
  }
  await check(again.db);
  await again.stop();
  verify();
}

try {
  mount();
} catch (error) {
  console.log(
    `skipped: a disk of ${megabytes} MB could not be mounted (${String(error.stderr ?? error).trim()})`,
  );
  rmSync(work, { recursive: true, force: true });
  process.exit(0);
}
try {
  for (let n = 0, size = megabytes; n < ROUNDS; n += 1, size += MORE_MEGABYTES) await round(size);
} catch (error) {
  found.damaged += 1;
  console.error(error);
} finally {
  execFileSync('umount', ['-l', disk]);
  rmSync(work, { recursive: true, force: true });
}
const bad =
  found.lost +
  found.unexpected +
  found.failedReads +
  found.ghosts +
  found.damaged +
  (found.refused === 0 ? 1 : 0);
console.log(JSON.stringify({ megabytes, rounds: ROUNDS, ...found, passed: bad === 0 }));
process.exit(bad === 0 ? 0 : 1);
