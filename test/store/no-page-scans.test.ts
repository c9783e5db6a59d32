import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { load } from 'cheerio';
import mongoose from 'mongoose';
import request from 'supertest';
import { demoAccessFile, type DemoAccess } from '../../src/simulation/demo/demo-access.ts';
import { startDemo } from '../../src/simulation/demo/start-demo.ts';
import { PUBLIC_URL } from '../support/test-app.ts';
import { startSimulatedProduct, type SimulatedProduct } from '../simulation/simulated-product.ts';

type Agent = ReturnType<typeof request.agent>;
interface Query {
  readonly collection: string;
  readonly method: string;
  readonly find: mongoose.mongo.Document | null;
  readonly pipeline: readonly unknown[] | null;
  readonly sort: unknown;
  readonly limit: number;
}

/** Collections that stay small for as long as an installation lives, so that reading them whole is no fault. */
const SMALL: Readonly<Record<string, string>> = {
  organisations: 'one document for each organisation of the installation',
};
const MOST_VISITS = 2;

let product: SimulatedProduct;
let access: DemoAccess;
const seen = new Map<string, Query>();
const visits = new Map<string, number>();

beforeAll(async () => {
  product = await startSimulatedProduct();
  await (
    await startDemo(product.deps, product.keys)
  )();
  access = JSON.parse(await readFile(demoAccessFile(product.dataDir), 'utf8')) as DemoAccess;
  mongoose.set('debug', record);
  for (const person of access.people) await crawl(await signIn(person), ['/']);
  await takeAssessment();
  await product.runJobs();
  mongoose.set('debug', false);
}, 180_000);

afterAll(() => product.close());

function record(collection: string, method: string, ...args: unknown[]): void {
  const [first, second] = args;
  const query = { collection, method, find: null, pipeline: null, sort: null, limit: 0 };
  if (method === 'aggregate') keep({ ...query, pipeline: first as unknown[] });
  else if (method === 'distinct') keep({ ...query, find: second as mongoose.mongo.Document });
  else if (method === 'bulkWrite') {
    for (const operation of first as Record<string, { filter?: mongoose.mongo.Document }>[])
      for (const { filter } of Object.values(operation)) if (filter) keep({ ...query, find: filter });
  } else if (/^(find|count|update|delete|replace)/.test(method)) {
    const options = args.at(-1) as { sort?: unknown; limit?: number } | undefined;
    keep({
      ...query,
      find: first as mongoose.mongo.Document,
      sort: options?.sort ?? null,
      limit: options?.limit ?? 0,
    });
  }
}

/** One of each shape: the plan depends on which fields are asked for, hardly on their values. */
function keep(query: Query): void {
  const shape = JSON.stringify([query.pipeline ?? query.find, query.sort]);
  seen.set(`${query.collection}.${query.method} ${shape.replace(/"[^":]*"(?=[,}\]])|\b\d+\b/g, '?')}`, query);
}

async function signIn({ email, password }: DemoAccess['people'][number]): Promise<Agent> {
  const agent = request.agent(product.app);
  await agent.post('/sign-in').set('Origin', PUBLIC_URL).type('form').send({ email, password }).expect(303);
  return agent;
}

const patternOf = (path: string): string | null =>
  product.routes.find(
    (route) => route.method === 'get' && new RegExp(`^${route.path.replace(/:\w+/g, '[^/]+')}$`).test(path),
  )?.path ?? null;

/** Follows the links of the pages; each kind of page is opened a few times by each person. */
async function crawl(agent: Agent, from: readonly string[]): Promise<void> {
  const waiting = [...from];
  const mine = new Map<string, number>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const pattern = patternOf(path.split('?')[0] ?? '');
    const kind = `${pattern ?? ''} ${path.split('?')[1]?.replace(/=[^&]*/g, '') ?? ''}`;
    const times = mine.get(kind) ?? 0;
    if (pattern === null || times >= MOST_VISITS) continue;
    mine.set(kind, times + 1);
    const { text, type, status, headers } = await agent.get(path);
    if (status < 400) visits.set(pattern, (visits.get(pattern) ?? 0) + 1);
    // A PDF file or an archive has no links to follow.
    const found = load(type === 'text/html' ? text : '')('a[href^="/"]')
      .toArray()
      .map(({ attribs }) => attribs['href'] ?? '');
    waiting.push(...found, ...(headers['location'] === undefined ? [] : [headers['location']]));
  }
}

async function takeAssessment(): Promise<void> {
  const agent = request.agent(product.app);
  const [link] = access.candidateLinks;
  const landing = new URL(link ?? PUBLIC_URL).pathname;
  const page = load((await agent.get(landing)).text);
  const fields = Object.fromEntries(
    page('form[action$="/begin"] input')
      .toArray()
      .map(({ attribs }) => [attribs['name'] ?? '', attribs['value'] ?? 'yes']),
  );
  const begun = await agent.post(`${landing}/begin`).set('Origin', PUBLIC_URL).type('form').send(fields);
  await crawl(agent, [landing, begun.headers['location'] ?? '/']);
}

async function scansOf({ collection, find, pipeline, sort, limit }: Query): Promise<string[]> {
  const command = pipeline
    ? { aggregate: collection, pipeline, cursor: {} }
    : { find: collection, filter: find ?? {}, ...(sort === null ? {} : { sort }) };
  const reply = await product.connection.db?.command({ explain: command, verbosity: 'queryPlanner' });
  const plan = JSON.stringify(reply?.['queryPlanner']);
  const signs = [...plan.matchAll(/COLLSCAN|"boundedFields":0/g)].map(([sign]) => sign);
  // Without a filter, in the order of an index and with a limit, no more is read than is given.
  const isPortion = find !== null && Object.keys(find).length === 0 && limit > 0 && !plan.includes('SORT');
  // The sparse index on relayAt lists only what waits for the relay, so reading all of it is the purpose.
  return isPortion || plan.includes('"indexName":"relayAt_1"')
    ? signs.filter((sign) => sign === 'COLLSCAN')
    : signs;
}

describe('The queries of the pages and the jobs', () => {
  it('were asked: the pages of staff and candidates were opened', () => {
    const opened = product.routes.filter(({ method, path }) => method === 'get' && visits.has(path));
    expect(opened.length).toBeGreaterThan(20);
    expect(seen.size).toBeGreaterThan(30);
  });

  it('find their documents by an index, whatever the size of a collection', async () => {
    const scans: string[] = [];
    for (const [shape, query] of seen) {
      if (SMALL[query.collection] !== undefined) continue;
      if ((await scansOf(query)).length > 0) scans.push(shape);
    }
    expect(scans).toEqual([]);
  }, 60_000);

  it('would be caught if one did not', async () => {
    const scan = {
      collection: 'applicants',
      method: 'find',
      find: { nobody: 1 },
      pipeline: null,
      sort: null,
      limit: 0,
    };
    expect(await scansOf(scan)).toEqual(['COLLSCAN']);
  });
});
