// Whether pages are answered while the figures of many attempts are computed: a role of so many simulated applicants, all
// with responses and ratings, computed at the press of the button, beside readers of a list; then once more without
// readers, with simulated groups to compare.
//   npm run bench -- analysis [--applicants 10000] [--data DIR]   (a directory that `npm run simulate` has filled)
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { analyseGroups } from './analysis/analyse-groups.mjs';
import { copyBuild } from '../scripts/sittings/copy-build.mjs';
import { freePort, startProduct } from '../scripts/sittings/start-product.mjs';

const { values } = parseArgs({ options: { applicants: { type: 'string' }, data: { type: 'string' } } });
const applicants = values.applicants ?? '10000';
const QUIET_MS = 15_000;
const LONGEST_MS = 3_600_000;

const quantile = (times, q) => times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * q)] ?? null;
const round = (value) => Math.round(value * 10) / 10;

async function signIn(url, { email, password }) {
  const ask = (path, options = {}) => fetch(new URL(path, url), { redirect: 'manual', ...options });
  const body = new URLSearchParams({ email, password, next: '' });
  const answer = await ask('/sign-in', { method: 'POST', body, headers: { Origin: url } });
  const Cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return {
    get: async (path) => (await ask(path, { headers: { Cookie } })).text(),
    post: (path, fields) =>
      ask(path, { method: 'POST', body: new URLSearchParams(fields), headers: { Cookie, Origin: url } }),
  };
}

/** The simulated role is the newest. */
async function findRole(owner) {
  const [, role] = /href="\/quality\/([\w-]{22})"/.exec(await owner.get('/quality')) ?? [];
  if (role === undefined) throw new Error('there is no role');
  return role;
}

async function press(owner, role) {
  const html = await owner.get(`/quality/${role}`);
  if (!html.includes(`action="/quality/${role}/analysis"`)) return;
  const [, _csrf] = /name="_csrf" value="([^"]+)"/.exec(html) ?? [];
  const { status } = await owner.post(`/quality/${role}/analysis`, { _csrf: _csrf ?? '' });
  if (status !== 303) throw new Error(`the press was answered with ${status}`);
}

const isComputed = (html) => !html.includes('rows read (') && !html.includes('wait for their turn');

/** Times of one page, asked for again and again until `done`. */
async function readUntil(reader, path, done) {
  const times = [];
  while (!done()) {
    const began = performance.now();
    await reader.get(path);
    times.push(performance.now() - began);
    await sleep(100);
  }
  return { requests: times.length, p50: round(quantile(times, 0.5)), p99: round(quantile(times, 0.99)) };
}

function loopOf(file, from, to) {
  const seconds = readFileSync(file, 'utf8').trim().split('\n').map(JSON.parse);
  const within = seconds.filter(({ at }) => at >= from && at <= to);
  const most = (name) => round(Math.max(...within.map((one) => one[name])));
  return {
    p99Median: round(
      quantile(
        within.map(({ p99 }) => p99),
        0.5,
      ),
    ),
    p99Worst: most('p99'),
    longest: most('max'),
    ownMemoryMb: most('own'),
  };
}

async function measure(root, dataDir) {
  const file = join(root, 'loop.jsonl');
  const env = {
    PUBLIC_URL: '',
    MONGODB_URI: '',
    NODE_OPTIONS: `--import=${resolve('bench/analysis/watch-loop.mjs')}`,
    WATCH_LOOP_FILE: file,
  };
  const product = await startProduct(root, { port: await freePort(), dataDir, env });
  try {
    const { people } = JSON.parse(readFileSync(join(dataDir, 'demo-access.json'), 'utf8'));
    const as = (role) =>
      signIn(
        product.url,
        people.find(({ roles }) => roles.includes(role)),
      );
    const [owner, recruiter] = [await as('owner'), await as('recruiter')];
    const role = await findRole(owner);
    const list = `/requisitions/${role}/applicants`;
    const settled = async () => {
      const until = Date.now() + LONGEST_MS;
      while (!isComputed(await owner.get(`/quality/${role}`))) {
        if (Date.now() > until) throw new Error('the figures were not computed in an hour');
        await sleep(1000);
      }
    };
    await settled();
    const phase = async (work) => {
      const from = Date.now();
      let over = false;
      const reading = readUntil(recruiter, list, () => over);
      await work();
      over = true;
      return {
        seconds: round((Date.now() - from) / 1000),
        list: await reading,
        loop: loopOf(file, from, Date.now()),
      };
    };
    const quiet = await phase(() => sleep(QUIET_MS));
    const computing = await phase(async () => {
      await press(owner, role);
      await sleep(2000);
      await settled();
    });
    const [, source] = /As of ([^<]+)\./.exec(await owner.get(`/quality/${role}`)) ?? [];
    return { role, source, quiet, computing };
  } finally {
    await product.stop();
  }
}

const { root, remove } = copyBuild();
const dataDir = values.data ?? mkdtempSync(join(tmpdir(), 'bench-analysis-'));
try {
  if (values.data === undefined) {
    const args = [
      join(root, 'dist/commands/simulate.js'),
      '--applicants',
      applicants,
      '--evidence',
      applicants,
    ];
    const env = { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'fatal', MONGODB_URI: '' };
    if (spawnSync(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0)
      throw new Error('the simulation failed');
  }
  const { role, ...measured } = await measure(root, dataDir);
  const simulatedGroups = await analyseGroups(root, { dataDir, role });
  console.log(JSON.stringify({ ...measured, simulatedGroups }, null, 2));
} finally {
  if (values.data === undefined) rmSync(dataDir, { recursive: true, force: true });
  remove();
}
