// Requests a second of three pages against a bare Express + EJS + helmet page, all in production mode in processes alike.
//   node bench/http.mjs [--rounds 7] [--seconds 2] [--connections 8]
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import express from 'express';
import helmet from 'helmet';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    connections: { type: 'string' },
    bare: { type: 'string' },
  },
});
const rounds = Number(values.rounds ?? 7);
const seconds = Number(values.seconds ?? 2);
const connections = Number(values.connections ?? 8);
const AIMS = { signIn: 0.8, question: 0.5, compare: 0.3 };

/** The page everything is compared with: a form of the same kind, nothing stored, nobody signed in. */
const BARE_PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title><%= vm.title %></title></head>
<body><main><h1><%= vm.title %></h1><form method="post" action="/">
<% for (const field of vm.fields) { %><div class="field"><label for="<%= field.id %>"><%= field.label %></label>
<input class="input" id="<%= field.id %>" name="<%= field.id %>" type="<%= field.type %>" value="<%= field.value %>"></div><% } %>
<button class="btn primary" type="submit">Sign in</button></form></main></body></html>
`;

function serveBare(views) {
  const app = express();
  app.set('view engine', 'ejs').set('views', views);
  app.use(helmet());
  const fields = ['email', 'password'].map((id) => ({ id, label: id, type: id, value: '' }));
  app.get('/', (_req, res) => res.render('page', { vm: { title: 'Sign in', fields } }));
  const server = createServer(app).listen(0, '127.0.0.1', () => console.log(`port ${server.address().port}`));
}

function start(args, environment) {
  const env = { ...process.env, NODE_ENV: 'production', ...environment };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const listening = new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`${args[0]} ended`)));
    child.stdout.on('data', (chunk) => {
      const found = /port (\d+)|runs at http:\/\/127\.0\.0\.1:(\d+)/.exec(String(chunk));
      if (found) resolve(Number(found[1] ?? found[2]));
    });
  });
  const stopped = new Promise((resolve) => child.once('exit', resolve));
  const stop = () => (child.kill('SIGTERM'), stopped);
  return { listening, stop };
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function until(ready) {
  for (let tries = 0; tries < 1200; tries += 1) {
    if (await ready()) return;
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new Error('the product did not get ready');
}

/** A browser as far as it is needed here: it keeps cookies and posts forms. */
function visitor(origin) {
  const jar = new Map();
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  async function send(path, fields) {
    const form = fields && new URLSearchParams(fields);
    const response = await fetch(new URL(path, origin), {
      method: form ? 'POST' : 'GET',
      body: form ?? null,
      redirect: 'manual',
      headers: { Origin: origin, Cookie: cookie() },
    });
    for (const one of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(one);
      jar.set(name, value);
    }
    const to = response.headers.get('location');
    return { to, html: await response.text() };
  }
  return { send, cookie };
}

const hidden = (html, name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

async function findCompare(origin, { email, password }) {
  const recruiter = visitor(origin);
  await recruiter.send('/sign-in', { email, password, next: '' });
  const { html: roles } = await recruiter.send('/requisitions');
  for (const [, role] of roles.matchAll(/href="(\/requisitions\/[\w-]{22})"/g)) {
    const { html } = await recruiter.send(`${role}/applicants`);
    const ids = [...html.matchAll(/name="applicant" value="([\w-]{22})"/g)].map(([, id]) => id);
    const query = [...new Set(ids)].slice(0, 3).map((id) => `applicant=${id}`);
    if (query.length === 3)
      return { path: `${role}/comparison?${query.join('&')}`, cookie: recruiter.cookie() };
  }
  throw new Error('no role of the demo has three applicants to compare');
}

async function findQuestion(origin, link) {
  const candidate = visitor(origin);
  const begun = await candidate.send(`${new URL(link).pathname}/begin`, { read: 'yes', assistance: 'yes' });
  const { html } = await candidate.send(begun.to);
  const part = /href="(\/attempts\/[\w-]+\/parts\/[\w-]+)\?writer=(\d+)"/.exec(html);
  const csrf = hidden(html, '_csrf');
  const started = await candidate.send(`${part[1]}/start`, { epoch: part[2], _csrf: csrf });
  return { path: started.to, cookie: candidate.cookie() };
}

/** As many requests as fit into the time on a fixed number of kept connections. */
async function measure({ port, path, cookie }, ms) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const headers = { Accept: 'text/html', ...(cookie === '' ? {} : { Cookie: cookie }) };
  const began = performance.now();
  let answered = 0;
  const ask = () =>
    new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path, agent, headers }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${path} answered ${response.statusCode}`));
        response.on('end', resolve).resume();
      });
      asked.on('error', reject).end();
    });
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() - began < ms) {
        await ask();
        answered += 1;
      }
    }),
  );
  const rate = answered / ((performance.now() - began) / 1000);
  agent.destroy();
  return rate;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const round = (value) => Math.round(value * 100) / 100;

async function compare(targets) {
  const rates = Object.fromEntries(Object.keys(targets).map((name) => [name, []]));
  for (const target of Object.values(targets)) await measure(target, 2000);
  for (let turn = 0; turn < rounds; turn += 1)
    for (const [name, target] of Object.entries(targets))
      rates[name].push(await measure(target, seconds * 1000));
  const perSecond = Object.fromEntries(
    Object.entries(rates).map(([name, all]) => [name, Math.round(median(all))]),
  );
  const ratios = Object.fromEntries(
    Object.keys(AIMS).map((name) => [
      name,
      round(median(rates[name].map((rate, n) => rate / rates.bare[n]))),
    ]),
  );
  return { connections, rounds, requestsPerSecond: perSecond, ratios, aims: AIMS };
}

async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-http-'));
  writeFileSync(join(folder, 'page.ejs'), BARE_PAGE);
  const dataDir = join(folder, 'data');
  const bare = start([fileURLToPath(import.meta.url), '--bare', folder], {});
  const port = await freePort();
  const product = start([join(import.meta.dirname, '../dist/main.js')], {
    PORT: String(port),
    DATA_DIR: dataDir,
    HOST: '127.0.0.1',
    PUBLIC_URL: '',
    MONGODB_URI: '',
  });
  try {
    const barePort = await bare.listening;
    await product.listening;
    const origin = `http://127.0.0.1:${port}`;
    const file = join(dataDir, 'demo-access.json');
    await until(() => existsSync(file));
    const { people, candidateLinks } = JSON.parse(readFileSync(file, 'utf8'));
    const recruiter = people.find(({ roles }) => roles.includes('recruiter'));
    const targets = {
      bare: { port: barePort, path: '/', cookie: '' },
      signIn: { port, path: '/sign-in', cookie: '' },
      question: { port, ...(await findQuestion(origin, candidateLinks[0])) },
      compare: { port, ...(await findCompare(origin, recruiter)) },
    };
    console.log(JSON.stringify(await compare(targets), null, 2));
  } finally {
    await Promise.all([bare.stop(), product.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

if (values.bare === undefined) await run();
else serveBare(values.bare);
