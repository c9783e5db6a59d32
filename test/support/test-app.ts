import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { createApp, routeTable } from '../../src/app.ts';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import type { Deps } from '../../src/deps.ts';
import type { Route } from '../../src/http/route.ts';
import { createLogger } from '../../src/ops/logger.ts';
import { connect, type Connection } from '../../src/store/connection.ts';
import { buildIndexes } from '../../src/store/indexes.ts';
import { serveLocally } from './serve-locally.ts';
import { shelf } from './shelf.ts';

export const PUBLIC_URL = 'http://127.0.0.1:3000';

export interface TestApp {
  /** Listens on 127.0.0.1; a bare handler would be put on a port of every address, anew for each request. */
  readonly app: Server;
  /** Where it listens, for real browsers. */
  readonly address: string;
  readonly deps: Deps;
  readonly routes: readonly Route[];
  readonly connection: Connection;
  /** Runs what main.ts repeats on timers, once: the sweeper and the relay. */
  runJobs(): Promise<void>;
  /** Sets what the product takes for now. */
  setClock(now: Date): void;
  /** Moves it forward. */
  /** Time goes on while the product runs; `setClock` says nothing of what was in between. */
  advance(ms: number): void;
  close(): Promise<void>;
}

/** A database of its own on the shared test store. */
export async function testConnection(): Promise<Connection> {
  const uri = process.env['TEST_MONGODB_URI'];
  if (uri === undefined) throw new Error('TEST_MONGODB_URI is not set: run the tests through npm test');
  return connect(uri, `t${randomBytes(8).toString('hex')}`);
}

interface Variant {
  readonly publicUrl?: string;
  /** `still` stands until the test moves it; `running` goes on from there, for real browsers. */
  readonly clock?: 'still' | 'running';
  /** A mail server of the test; without it nothing is queued. */
  readonly smtpUrl?: string;
}

/** The whole product on a database of its own, with a clock that the test moves. Close it after use. */
export async function startTestApp({
  publicUrl = PUBLIC_URL,
  clock = 'still',
  smtpUrl = '',
}: Variant = {}): Promise<TestApp> {
  const connection = await testConnection();
  const read = readConfig({
    PUBLIC_URL: publicUrl,
    ATTUNE_DEMO: 'off',
    LOG_LEVEL: 'silent',
    SMTP_URL: smtpUrl,
  });
  if (read.kind === 'refused') throw new Error(read.problems.join(' '));
  let now = new Date();
  let since = Date.now();
  const readClock = (): Date => (clock === 'still' ? now : new Date(now.getTime() + Date.now() - since));
  const { deps, keys, http, jobs } = compose({
    config: read.config,
    secret: 'a secret only for tests, long enough',
    connection,
    shelf,
    clock: readClock,
    logger: createLogger('silent'),
  });
  await buildIndexes(connection);
  let alive: Promise<void> | null = null;
  const served = await serveLocally(createApp(deps, keys, http));
  return {
    app: served.server,
    address: served.address,
    deps,
    routes: routeTable(deps, keys),
    connection,
    runJobs: async () => {
      for (const job of jobs) await job.work();
    },
    setClock: (next) => {
      now = next;
      since = Date.now();
    },
    advance: (ms) => {
      now = new Date(readClock().getTime() + ms);
      since = Date.now();
      alive = deps.stores.outages.sayAlive(now);
    },
    close: async () => {
      await served.close();
      await deps.relay.soon();
      await alive;
      deps.mailer?.close();
      await connection.dropDatabase();
      await connection.close();
    },
  };
}
