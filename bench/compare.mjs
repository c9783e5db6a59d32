// What a recruiter waits for with many applicants: the list's pages and a comparison, with 8 readers at once, against
// the same pages in a role of 1,000; and how much more memory the product takes while it sends everybody as CSV.
//   npm run bench -- compare [--applicants 100000] [--requests 200] [--readers 8]
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { copyBuild } from '../scripts/sittings/copy-build.mjs';
import { freePort, startProduct } from '../scripts/sittings/start-product.mjs';

const { values } = parseArgs({
  options: { applicants: { type: 'string' }, requests: { type: 'string' }, readers: { type: 'string' } },
});
const most = Number(values.applicants ?? 100_000);
const requests = Number(values.requests ?? 200);
const readers = Number(values.readers ?? 8);
const FEW = 1000;
const DEEP_PAGE = 1000;
const PATIENCE_MS = 300_000;
const WARM_UP = 80;
const AIMS = { p50: 100, p99: 300, growth: 1.5, csvMoreMb: 100 };
const LOOK_MS = 100;

const quantile = (times, q) => times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * q)];
const round = (value) => Math.round(value * 10) / 10;

function fill(root, dataDir, applicants) {
  const args = [join(root, 'dist/commands/simulate.js'), '--applicants', String(applicants)];
  const env = { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'fatal', MONGODB_URI: '' };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`simulate ended with ${code}`))));
  });
}

async function signIn(url, { email, password }) {
  const response = await fetch(`${url}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ email, password, next: '' }),
    redirect: 'manual',
    headers: { Origin: url },
  });
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const headers = { Accept: 'text/html', Cookie: cookie };
  return {
    get: async (path) => {
      const page = await fetch(new URL(path, url), { headers });
      const html = await page.text();
      if (page.status !== 200) throw new Error(`${path} answered ${page.status}`);
      return html;
    },
    ask: asking(url, headers),
  };
}

/** To its last byte, and no more than that: a reader's own work is not the product's. */
function asking(url, headers) {
  const agent = new Agent({ keepAlive: true, maxSockets: readers });
  return (path) =>
    new Promise((resolve, reject) => {
      const asked = request(new URL(path, url), { agent, headers }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${path} answered ${response.statusCode}`));
        response.on('end', resolve).on('error', reject).resume();
      });
      asked.on('error', reject).end();
    });
}

/** The simulated role is the one with the fullest list. */
async function findList(get) {
  const roles = [...(await get('/requisitions')).matchAll(/href="(\/requisitions\/[\w-]{22})"/g)];
  for (const [, role] of roles) {
    const html = await get(`${role}/applicants`);
    if (/name="after" value="[^"]/.test(html)) return { role, html };
  }
  throw new Error('no role has more than one page of applicants');
}

const nextOf = (html) => /name="after" value="([^"]+)"/.exec(html)?.[1] ?? null;

/** Turns pages as a reader would, to the thousandth or the last one. */
async function turnTo(get, path, pages) {
  let at = path;
  for (let page = 1; page < pages; page += 1) {
    const next = nextOf(await get(at));
    if (next === null) break;
    at = `${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(next)}`;
  }
  return at;
}

async function targetsOf(get) {
  const { role, html } = await findList(get);
  const list = `${role}/applicants`;
  const sorted = await get(`${list}?sort=written`);
  const ids = [...sorted.matchAll(/name="applicant" value="([\w-]{22})"/g)].slice(0, 5);
  if (ids.length < 5) throw new Error(`only ${ids.length} on ${html.length} characters can be compared`);
  const criterion = await findCriterion(get, list);
  return {
    first: list,
    deep: await turnTo(get, list, DEEP_PAGE),
    byWritten: `${list}?sort=written`,
    deepByWritten: await turnTo(get, `${list}?sort=written`, 5),
    byJudgment: `${list}?sort=judgment`,
    byCriterion: `${list}?sort=${criterion}`,
    couldBeOnCriterion: `${list}?on=${criterion}&could-be=60`,
    shownLevel: `${list}?level=${criterion.replace('criterion~', '')}~4`,
    compareFive: `${role}/comparison?${ids.map(([, id]) => `applicant=${id}`).join('&')}`,
  };
}

/** A criterion has an order once the analysis that every start begins has established its precision. */
async function findCriterion(get, list) {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const [, found] = /sort=(criterion~[\w-]+)/.exec(await get(list)) ?? [];
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error('no criterion had a band in time');
}

/** Every reader turns to the page again as soon as they have it. */
async function read(ask, path, count) {
  const times = [];
  await Promise.all(
    Array.from({ length: readers }, async () => {
      for (let n = 0; n < count / readers; n += 1) {
        const began = performance.now();
        await ask(path);
        times.push(performance.now() - began);
      }
    }),
  );
  return times;
}

async function time(ask, path) {
  await read(ask, path, WARM_UP);
  const times = await read(ask, path, requests);
  return { p50: round(quantile(times, 0.5)), p99: round(quantile(times, 0.99)) };
}

/** What the process holds itself; pages of the store's file, which the system may take back, are not counted. */
const memoryMb = (pid) =>
  Number(/RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

async function sendEverybody(ask, list, pid) {
  const before = memoryMb(pid);
  let peak = before;
  const looking = setInterval(() => {
    peak = Math.max(peak, memoryMb(pid));
  }, LOOK_MS);
  const began = performance.now();
  await ask(`${list.replace('/applicants', '/exports/file')}?rows=applicants&format=csv`);
  clearInterval(looking);
  return { seconds: round((performance.now() - began) / 1000), moreMb: round(peak - before) };
}

async function measureAt(root, applicants) {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-compare-'));
  try {
    await fill(root, dataDir, applicants);
    const product = await startProduct(root, {
      port: await freePort(),
      dataDir,
      env: { PUBLIC_URL: '', MONGODB_URI: '' },
    });
    try {
      const { people } = JSON.parse(readFileSync(join(dataDir, 'demo-access.json'), 'utf8'));
      const { get, ask } = await signIn(
        product.url,
        people.find(({ roles }) => roles.includes('recruiter')),
      );
      const targets = await targetsOf(get);
      const took = {};
      for (const [name, path] of Object.entries(targets)) took[name] = await time(ask, path);
      return { took, csv: await sendEverybody(ask, targets.first, product.pid()) };
    } finally {
      await product.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const { root, remove } = copyBuild();
try {
  const few = await measureAt(root, FEW);
  const many = await measureAt(root, most);
  const growth = Object.fromEntries(
    Object.keys(few.took).map((name) => [name, round(many.took[name].p50 / few.took[name].p50)]),
  );
  const figures = { [FEW]: few.took, [most]: many.took, growth, csv: many.csv };
  console.log(JSON.stringify({ readers, requests, ...figures, aims: AIMS }, null, 2));
} finally {
  remove();
}
