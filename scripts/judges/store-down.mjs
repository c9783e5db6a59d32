// Takes the store away while candidates write: every save is refused with 503 and Retry-After within three seconds, the
// page says that the text is kept on the device, everything is stored within fifteen seconds after the store is back,
// and no clock is credited more than once.
//   npm run judge -- store-down [--seconds 30] [--candidates 40] [--kill] [--no-page] [--break]
// --kill     kills the store; otherwise it is stopped in its tracks, so that connections stay open and silent
// --no-page  leaves the browser out; --refused 3 and --drained 15 are its limits in seconds
// --break    judges a copy of the build that waits for the store without an end; the judge must then find slow answers
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadBrowserQueue } from '../sittings/browser-queue.mjs';
import { Candidate } from '../sittings/candidate.mjs';
import { openPage, says } from '../sittings/open-page.mjs';
import { openRole } from '../sittings/open-role.mjs';
import { runAlone } from '../sittings/run-judge.mjs';
import { freePort, startProduct, startStore } from '../sittings/start-product.mjs';

const PART = 'writing';
const SETTLE_MS = 1000;
const WHILE_DOWN = 'typed while the store was away';
const PATIENT = [
  { file: 'store/connection.js', from: 'socketTimeoutMS: 2500, waitQueueTimeoutMS: 2000,', to: '' },
  {
    file: 'store/connection.js',
    from: 'serverSelectionTimeoutMS: 2000',
    to: 'serverSelectionTimeoutMS: 30000',
  },
];
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function judge(trial, { seconds, candidates, refused, drained, kill, 'no-page': noPage }) {
  const dataDir = mkdtempSync(join(tmpdir(), 'attune-store-down-'));
  const store = await startStore(trial.root, { port: await freePort(), dataDir });
  const secret = randomBytes(32).toString('hex');
  const env = { MONGODB_URI: store.uri, SECRET: secret };
  const product = await startProduct(trial.root, { port: await freePort(), dataDir, env });
  const role = await openRole(trial.root, { uri: store.uri, secret });
  const createQueue = await loadBrowserQueue();
  const { items } = role.form.sections.find(({ id }) => id === PART);
  const found = { refusals: 0, strange: 0, slow: 0, slowestMs: 0, drainedMs: 0, wrong: 0, credits: 0 };
  const state = { down: false, over: false, page: 'left out' };

  /** Asks, and judges how it is refused while the store is away. */
  async function ask(step) {
    const began = performance.now();
    const wasDown = state.down;
    const answer = await step().catch(() => null);
    if (!wasDown) return answer;
    const took = Math.round(performance.now() - began);
    found.slowestMs = Math.max(found.slowestMs, took);
    if (took > refused * 1000) found.slow += 1;
    if (answer?.status === 503 && answer.headers['retry-after'] !== undefined) found.refusals += 1;
    else if (state.down) found.strange += 1;
    return answer;
  }

  class Writer {
    candidate = new Candidate(product.url);
    typed = 0;

    async begin() {
      await this.candidate.beginPart(await role.invite(), role.form, PART);
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

  /** For so many seconds, and until `meanwhile` is over. */
  async function takeStoreAway(meanwhile) {
    if (kill) await store.kill();
    else store.pause();
    state.down = true;
    await Promise.all([pause(seconds * 1000), pause(SETTLE_MS).then(meanwhile)]);
    state.down = false;
    if (kill) await store.again();
    else store.goOn();
  }

  /** A page in the hands of somebody who goes on typing: what it says, and what is stored in the end. */
  async function openWatchedPage() {
    const seat = new Candidate(product.url);
    const token = await role.invite();
    await seat.beginPart(token, role.form, PART);
    seat.close();
    const context = await (await trial.browser()).newContext();
    const page = await openPage(context, product.url, token);
    const type = (text) => page.locator('textarea[name=a]').fill(text);
    await type('before');
    const before = await says(page, 'Saved at', 6000);
    return {
      async typeWhileDown() {
        await type(WHILE_DOWN);
        state.page = before && (await says(page, 'Kept on this device', 8000)) ? 'kept' : 'said nothing';
      },
      async checkAfter() {
        const saved = await says(page, 'Saved at', drained * 1000);
        const { responses } = await role.attemptOf(seat.attemptId);
        const right = responses[items[0]].value.a === WHILE_DOWN;
        if (state.page === 'kept') state.page = saved && right ? 'kept and saved' : 'kept, not saved';
        await context.close();
      },
    };
  }

  async function run() {
    const writers = Array.from({ length: candidates }, () => new Writer());
    for (const writer of writers) await writer.begin();
    const page = noPage ? null : await openWatchedPage();
    const writing = Promise.all(writers.map((writer) => writer.write()));
    await pause(SETTLE_MS);
    await takeStoreAway(() => page?.typeWhileDown());
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
    rmSync(dataDir, { recursive: true, force: true });
  }
  const late = found.drainedMs > drained * 1000 ? 1 : 0;
  const unseen = noPage || state.page === 'kept and saved' ? 0 : 1;
  return {
    figures: { ...found, page: state.page },
    enough: found.refusals > 0 || found.slow > 0,
    wrong: found.slow,
    besides: found.strange + found.wrong + late + unseen,
  };
}

const storeDown = {
  sizes: { seconds: 30, candidates: 40, refused: 3, drained: 15, kill: false, 'no-page': false },
  // A busy machine may answer a little later than the store's own limits; how fast it is, is for the full form.
  short: { seconds: 4, candidates: 3, refused: 6, drained: 60 },
  shortOnFault: { seconds: 5, refused: 3, 'no-page': true },
  faults: PATIENT,
  judge,
};
export default storeDown;
await runAlone(import.meta.url, storeDown);
