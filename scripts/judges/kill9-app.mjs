// Kills the product with -9 again and again while candidates save: nothing acknowledged is lost or differs, and the
// first save after each new start is there within five seconds.
//   npm run judge -- kill9-app [--seconds 60] [--candidates 200] [--every 3] [--first-save 5] [--store] [--break]
// --store  runs the store as a process of its own and kills that instead
// --break  judges a copy of the build that acknowledges before it writes; the judge must then find losses
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Candidate } from '../sittings/candidate.mjs';
import { copyBuild } from '../sittings/copy-build.mjs';
import { openRole } from '../sittings/open-role.mjs';
import { report } from '../sittings/report.mjs';
import { freePort, startProduct, startStore } from '../sittings/start-product.mjs';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string' },
    candidates: { type: 'string' },
    every: { type: 'string' },
    'first-save': { type: 'string' },
    store: { type: 'boolean' },
    break: { type: 'boolean' },
  },
});
const seconds = Number(values.seconds ?? 60);
const count = Number(values.candidates ?? 200);
const every = Number(values.every ?? 3);
const PART = 'writing';
const FIRST_SAVE_MS = Number(values['first-save'] ?? 5) * 1000;
const EARLY = {
  file: 'features/candidate-attempt/save-response.js',
  from: 'const written = await deps.stores.attempts.saveResponse(attempt, accepted);',
  to: `setTimeout(() => deps.stores.attempts.saveResponse(attempt, accepted).catch(() => null), 200);
            const written = attempt;`,
};

const build = copyBuild(values.break ? [EARLY] : []);
const dataDir = mkdtempSync(join(tmpdir(), 'attune-kill9-'));
const store = values.store ? await startStore(build.root, { port: await freePort(), dataDir }) : null;
const env = store === null ? {} : { MONGODB_URI: store.uri, SECRET: randomBytes(32).toString('hex') };
const product = await startProduct(build.root, { port: await freePort(), dataDir, env });
const victim = store ?? product;
const found = { kills: 0, acknowledged: 0, lost: 0, differing: 0, refused: 0, slow: 0, slowestMs: 0 };
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Saves one question over and over, as its queue would: a number that was sent is kept for its text. */
class Writer {
  constructor(item) {
    this.candidate = new Candidate(product.url);
    this.item = item;
    this.sent = new Map();
    this.acknowledged = 0;
    this.next = 1;
  }

  text(seq) {
    return `${this.candidate.attemptId} ${seq} `.padEnd(200 + ((seq * 37) % 400), `word ${seq} `);
  }

  /** Whether it was acknowledged. */
  async save() {
    const seq = this.next;
    this.sent.set(seq, this.text(seq));
    const { status } = await this.candidate.save(this.item, seq, { a: this.text(seq), b: '' });
    if (status !== 200) {
      if (status < 500) found.refused += 1;
      return false;
    }
    this.acknowledged = seq;
    this.next = seq + 1;
    found.acknowledged += 1;
    return true;
  }

  async saveUntil(isOver) {
    while (!isOver()) {
      const saved = await this.save().catch(() => false);
      await pause(saved ? 100 + Math.random() * 300 : 50);
    }
  }
}

function compare(writers, attempts) {
  const rows = new Map(attempts.map((attempt) => [attempt._id, attempt]));
  for (const writer of writers) {
    const stored = rows.get(writer.candidate.attemptId)?.responses?.[writer.item];
    if ((stored?.seq ?? 0) < writer.acknowledged) found.lost += 1;
    else if (stored && stored.value.a !== writer.sent.get(stored.seq)) found.differing += 1;
  }
}

const storeUri = () => JSON.parse(readFileSync(join(dataDir, 'store.json'), 'utf8')).uri;

async function begin() {
  const secret = env.SECRET ?? readFileSync(join(dataDir, 'secret'), 'utf8').trim();
  const role = await openRole(build.root, { uri: storeUri(), dbName: 'attune', secret });
  const item = role.form.sections.find(({ id }) => id === PART).items[0];
  const writers = Array.from({ length: count }, () => new Writer(item));
  for (let at = 0; at < writers.length; at += 20)
    await Promise.all(
      writers
        .slice(at, at + 20)
        .map(async ({ candidate }) => candidate.beginPart(await role.invite(), role.form, PART)),
    );
  await role.close();
  return writers;
}

/** Reads what is stored before anybody may write over it. */
async function check(writers) {
  const { connect } = await import(join(build.root, 'dist/store/connection.js'));
  const connection = await connect(storeUri(), 'attune', 'patient');
  compare(writers, await connection.collection('attempts').find({}).toArray());
  await connection.close();
}

/** One candidate presses on while the product comes up. */
async function firstSave(writer, since) {
  while (!(await writer.save().catch(() => false))) await pause(20);
  const took = Math.round(performance.now() - since);
  found.slowestMs = Math.max(found.slowestMs, took);
  if (took > FIRST_SAVE_MS) found.slow += 1;
}

async function killAndGoOn(writers, first) {
  let over = false;
  const saving = writers.map((writer) => writer.saveUntil(() => over));
  await pause(every * 1000);
  await victim.kill();
  over = true;
  found.kills += 1;
  const since = performance.now();
  await Promise.all([victim.again(), firstSave(first, since)]);
  await Promise.all(saving);
  await check([...writers, first]);
}

try {
  const [first, ...writers] = await begin();
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) await killAndGoOn(writers, first);
} finally {
  await product.stop();
  await store?.stop();
  build.remove();
  rmSync(dataDir, { recursive: true, force: true });
}
const bad = found.lost + found.differing + found.refused + (values.break ? 0 : found.slow);
const passed = found.acknowledged > count && (values.break ? bad > 0 : bad === 0);
report({ candidates: count, seconds, ...found }, passed);
