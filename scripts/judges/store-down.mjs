// Takes the store away while candidates write: every save is refused with 503 and Retry-After within three seconds, the
// page says that the text is kept on the device, everything is stored within fifteen seconds after the store is back,
// and no clock is credited more than once.
//   npm run judge -- store-down [--seconds 30] [--candidates 40] [--kill] [--no-page] [--break]
// --kill     kills the store; otherwise it is stopped in its tracks, so that connections stay open and silent
// --no-page  leaves the browser out
// --break    judges a copy of the build that waits for the store without an end; the judge must then find slow answers
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from '../pages/launch.mjs';
import { loadBrowserQueue } from '../sittings/browser-queue.mjs';
import { Candidate } from '../sittings/candidate.mjs';
import { copyBuild } from '../sittings/copy-build.mjs';
import { openPage, says } from '../sittings/open-page.mjs';
import { openRole } from '../sittings/open-role.mjs';
import { report } from '../sittings/report.mjs';
import { freePort, startProduct, startStore } from '../sittings/start-product.mjs';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string' },
    candidates: { type: 'string' },
    kill: { type: 'boolean' },
    'no-page': { type: 'boolean' },
    break: { type: 'boolean' },
  },
});
const seconds = Number(values.seconds ?? 30);
const count = Number(values.candidates ?? 40);
const PART = 'writing';
const REFUSED_MS = 3000;
const DRAINED_MS = 15_000;
const SETTLE_MS = 1000;
const PATIENT = [
  { file: 'store/connection.js', from: 'socketTimeoutMS: 2500, waitQueueTimeoutMS: 2000,', to: '' },
  {
    file: 'store/connection.js',
    from: 'serverSelectionTimeoutMS: 2000',
    to: 'serverSelectionTimeoutMS: 30000',
  },
];

const build = copyBuild(values.break ? PATIENT : []);
const dataDir = mkdtempSync(join(tmpdir(), 'attune-store-down-'));
const store = await startStore(build.root, { port: await freePort(), dataDir });
const secret = randomBytes(32).toString('hex');
const role = await openRole(build.root, { uri: store.uri, secret });
const product = await startProduct(build.root, {
  port: await freePort(),
  dataDir,
  env: { MONGODB_URI: store.uri, SECRET: secret },
});
const createQueue = await loadBrowserQueue();
const { items } = role.form.sections.find(({ id }) => id === PART);
const found = {
  refused: 0,
  strange: 0,
  slow: 0,
  slowestMs: 0,
  drainedMs: 0,
  wrong: 0,
  credits: 0,
  page: 'left out',
};
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const state = { down: false, over: false };

/** Asks, and judges how it is refused while the store is away. */
async function ask(step) {
  const began = performance.now();
  const wasDown = state.down;
  const answer = await step().catch(() => null);
  if (!wasDown) return answer;
  const took = Math.round(performance.now() - began);
  found.slowestMs = Math.max(found.slowestMs, took);
  if (took > REFUSED_MS) found.slow += 1;
  if (answer?.status === 503 && answer.headers['retry-after'] !== undefined) found.refused += 1;
  else if (state.down) found.strange += 1;
  return answer;
}

class Writer {
  candidate = new Candidate(product.url);
  typed = 0;

  async begin() {
    this.token = await role.invite();
    await this.candidate.beginPart(this.token, role.form, PART);
    this.queue = createQueue(this.candidate.epoch);
    await this.candidate.beat();
  }

  text = () => `text ${this.typed} of ${this.candidate.attemptId}`;

  async flush() {
    for (const draft of this.queue.takeReady()) {
      const answer = await ask(() => this.candidate.save(draft.item, draft.seq, draft.fields));
      if (answer?.status === 200) this.queue.settle(draft, answer.facts.storedSeq);
      else this.queue.release(draft);
    }
  }

  /** Types on, whatever the server says, until told to stop; then only sends what is left. */
  async write() {
    while (!state.over || this.queue.drafts().length > 0) {
      if (!state.over) {
        this.typed += 1;
        this.queue.write(items[0], '', { a: this.text(), b: '' });
      }
      await this.flush();
      await pause(300 + Math.random() * 700);
    }
  }

  async check() {
    await this.candidate.beat();
    const { responses, parts } = await role.attemptOf(this.candidate.attemptId);
    if (responses[items[0]]?.value.a !== this.text()) found.wrong += 1;
    const { credits } = parts[PART];
    if (credits.length > 1) found.wrong += 1;
    found.credits += credits.length;
    this.candidate.close();
  }
}

async function takeStoreAway() {
  if (values.kill) await store.kill();
  else store.pause();
  state.down = true;
  await pause(seconds * 1000);
  state.down = false;
  if (values.kill) await store.again();
  else store.goOn();
}

/** A page in the hands of somebody who goes on typing: what it says, and what is stored in the end. */
async function openWatchedPage() {
  const browser = await launch();
  const seat = new Candidate(product.url);
  const token = await role.invite();
  await seat.beginPart(token, role.form, PART);
  seat.close();
  const page = await openPage(await browser.newContext(), product.url, token);
  const type = (text) => page.locator('textarea[name=a]').fill(text);
  await type('before');
  const before = await says(page, 'Saved at', 6000);
  return {
    async typeWhileDown() {
      await type('typed while the store was away');
      found.page = before && (await says(page, 'Kept on this device', 8000)) ? 'kept' : 'said nothing';
    },
    async checkAfter() {
      const saved = await says(page, 'Saved at', DRAINED_MS);
      const { responses } = await role.attemptOf(seat.attemptId);
      const right = responses[items[0]].value.a === 'typed while the store was away';
      if (found.page === 'kept') found.page = saved && right ? 'kept and saved' : 'kept, not saved';
      await browser.close();
    },
  };
}

async function run() {
  const writers = Array.from({ length: count }, () => new Writer());
  for (const writer of writers) await writer.begin();
  const page = values['no-page'] ? null : await openWatchedPage();
  const writing = Promise.all(writers.map((writer) => writer.write()));
  await pause(SETTLE_MS);
  const away = takeStoreAway();
  await pause(SETTLE_MS);
  await page?.typeWhileDown();
  await away;
  const healed = performance.now();
  state.over = true;
  await Promise.all([writing, page?.checkAfter()]);
  found.drainedMs = Math.round(performance.now() - healed);
  for (const writer of writers) await writer.check();
}

try {
  await run();
} finally {
  await role.close();
  await product.stop();
  await store.stop();
  build.remove();
  rmSync(dataDir, { recursive: true, force: true });
}
const paged = values['no-page'] || found.page === 'kept and saved';
const bad = found.strange + found.slow + found.wrong + (paged && found.drainedMs <= DRAINED_MS ? 0 : 1);
const passed = values.break ? found.slow > 0 : bad === 0 && found.refused > 0;
report({ candidates: count, seconds, ...found }, passed);
