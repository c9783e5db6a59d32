import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Server } from 'node:http';
import { createApp, routeTable } from '../../src/app.ts';
import { compose } from '../../src/compose.ts';
import { readConfig, type Config } from '../../src/config.ts';
import type { Deps, KeyDeps } from '../../src/deps.ts';
import type { Route } from '../../src/http/route.ts';
import { createLogger } from '../../src/ops/logger.ts';
import type { Connection } from '../../src/store/connection.ts';
import { buildIndexes } from '../../src/store/indexes.ts';
import { serveLocally } from '../support/serve-locally.ts';
import { shelf } from '../support/shelf.ts';
import { PUBLIC_URL, testConnection } from '../support/test-app.ts';

/** The product on an empty database with its keys, as main.ts and the command put it together. */
export interface SimulatedProduct {
  readonly deps: Deps;
  readonly keys: KeyDeps;
  readonly app: Server;
  readonly routes: readonly Route[];
  readonly connection: Connection;
  readonly dataDir: string;
  /** Runs once what main.ts repeats on timers. */
  runJobs(): Promise<void>;
  close(): Promise<void>;
}

export async function startSimulatedProduct(over: Partial<Config> = {}): Promise<SimulatedProduct> {
  const connection = await testConnection();
  const dataDir = await mkdtemp(join(tmpdir(), 'attune-demo-'));
  const read = readConfig({ PUBLIC_URL, DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  if (read.kind === 'refused') throw new Error('the test could not be set up');
  const { deps, keys, http, jobs } = compose({
    config: { ...read.config, ...over },
    secret: 'a secret only for tests, long enough',
    connection,
    shelf,
    clock: () => new Date(),
    logger: createLogger('silent'),
  });
  await buildIndexes(connection);
  const served = await serveLocally(createApp(deps, keys, http));
  return {
    deps,
    keys,
    app: served.server,
    routes: routeTable(deps, keys),
    connection,
    dataDir,
    runJobs: async () => {
      for (const job of jobs) await job.work();
    },
    close: async () => {
      await served.close();
      await deps.relay.soon();
      await connection.dropDatabase();
      await connection.close();
      await rm(dataDir, { recursive: true });
    },
  };
}
