// What candidates feel when many sit at once, on the embedded store: everybody presses Begin within five seconds, some of
// them twice; then everybody saves every two seconds.
//   npm run bench -- candidates [--candidates 300] [--seconds 120] [--every 2]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Candidate } from '../scripts/sittings/candidate.mjs';
import { copyBuild } from '../scripts/sittings/copy-build.mjs';
import { openRole } from '../scripts/sittings/open-role.mjs';
import { freePort, startProduct } from '../scripts/sittings/start-product.mjs';

const { values } = parseArgs({
  options: { candidates: { type: 'string' }, seconds: { type: 'string' }, every: { type: 'string' } },
});
const count = Number(values.candidates ?? 300);
const seconds = Number(values.seconds ?? 120);
const every = Number(values.every ?? 2) * 1000;
const BEGIN_MS = 5000;
const AIMS = { p50: 50, p99: 500 };
const PART = 'writing';
const SENTENCE = 'I am sorry that your plan broke. I will call you back by noon and say what I could do. ';
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** How long requests took and how many failed. */
function createTally() {
  const took = [];
  const errors = {};
  const note = (what) => (errors[what] = (errors[what] ?? 0) + 1);
  return {
    async time(step, expected) {
      const began = performance.now();
      try {
        const { status } = await step();
        if (status !== expected) note(status);
      } catch (error) {
        note(error.code ?? error.message);
      }
      took.push(performance.now() - began);
    },
    report() {
      const sorted = took.toSorted((a, b) => a - b);
      const at = (share) =>
        Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
      return { requests: took.length, errors, p50: at(0.5), p95: at(0.95), p99: at(0.99), longest: at(1) };
    },
  };
}

async function beginAll(candidates, tokens) {
  const tally = createTally();
  const press = (candidate, token) =>
    tally.time(async () => (await candidate.begin(token), { status: 200 }), 200);
  await Promise.all(
    candidates.map(async (candidate, n) => {
      await pause((n / count) * BEGIN_MS);
      const twice = n % 3 === 0 ? [press(new Candidate(product.url), tokens[n])] : [];
      await Promise.all([...twice, press(candidate, tokens[n])]);
    }),
  );
  return tally.report();
}

/** Everybody into the part with texts, a few at a time: nobody measures this. */
async function startAll(candidates, tokens, form) {
  const waiting = candidates.map((candidate, n) => [candidate, tokens[n]]);
  const lane = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [candidate, token] = next;
      // Of two devices that pressed Begin at once the other one may write: this one goes on here.
      await candidate.begin(token);
      await candidate.beginPart(token, form, PART);
    }
  };
  await Promise.all(Array.from({ length: 10 }, lane));
}

async function saveAll(candidates, items) {
  const tally = createTally();
  const end = performance.now() + seconds * 1000;
  await Promise.all(
    candidates.map(async (candidate, n) => {
      await pause((n / count) * every);
      for (let seq = 1; performance.now() < end; seq += 1) {
        const next = performance.now() + every;
        const a = SENTENCE.repeat(1 + (seq % 8));
        await tally.time(() => candidate.save(items[n % items.length], seq, { a, b: '' }), 200);
        await pause(Math.max(0, next - performance.now()));
      }
    }),
  );
  return tally.report();
}

const build = copyBuild();
const dataDir = mkdtempSync(join(tmpdir(), 'bench-candidates-'));
const loadBefore = loadavg()[0];
const product = await startProduct(build.root, { port: await freePort(), dataDir });
try {
  const { uri } = JSON.parse(readFileSync(join(dataDir, 'store.json'), 'utf8'));
  const secret = readFileSync(join(dataDir, 'secret'), 'utf8').trim();
  const role = await openRole(build.root, { uri, dbName: 'attune', secret });
  const tokens = [];
  for (let n = 0; n < count; n += 1) tokens.push(await role.invite());
  const candidates = tokens.map(() => new Candidate(product.url));
  const begin = await beginAll(candidates, tokens);
  await startAll(candidates, tokens, role.form);
  const oneAttemptEach = (await role.countAttempts()) === count;
  const saves = await saveAll(candidates, role.form.sections.find(({ id }) => id === PART).items);
  await role.close();
  candidates.forEach((candidate) => candidate.close());
  const machine = { cores: cpus().length, loadBefore: Math.round(loadBefore * 10) / 10 };
  console.log(
    JSON.stringify(
      { candidates: count, seconds, machine, begin, oneAttemptEach, saves, aims: AIMS },
      null,
      2,
    ),
  );
} finally {
  await product.stop();
  build.remove();
  rmSync(dataDir, { recursive: true, force: true });
}
