import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { quickFolder } from './quick-folder.mjs';

const SECRET = 'a secret only for judges, long enough';

/** The product of a build in this process, on an embedded store of its own, with a clock that a judge may move. */
export async function openProduct(root) {
  let nowMs = Date.now;
  const load = (file) => import(join(root, 'dist', file));
  const { startEmbeddedMongo } = await load('embedded-mongo/start.js');
  const { buildAllIndexes } = await load('store/indexes.js');
  const { connect } = await load('store/connection.js');
  const { readConfig } = await load('config.js');
  const { loadAssessments } = await load('content/load-assessments.js');
  const { compose } = await load('compose.js');
  const { createApp } = await load('app.js');
  const { createLogger } = await load('ops/logger.js');

  const dataDir = mkdtempSync(join(quickFolder(), 'attune-judge-data-'));
  const store = await startEmbeddedMongo({ dataDir });
  await buildAllIndexes(store.uri, 'attune');
  const connection = await connect(store.uri, 'attune');
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  const { config } = readConfig({
    PUBLIC_URL: url,
    ATTUNE_DEMO: 'off',
    LOG_LEVEL: 'silent',
    NODE_ENV: 'production',
  });
  const { shelf } = loadAssessments(join(root, 'assessments'));
  const { deps, keys, http, jobs } = compose({
    config,
    secret: SECRET,
    connection,
    shelf,
    clock: () => new Date(nowMs()),
    logger: createLogger('silent'),
  });
  server.on('request', createApp(deps, keys, http));
  return {
    url,
    port: server.address().port,
    deps,
    keys,
    role: { uri: store.uri, dbName: 'attune', secret: SECRET },
    /** `clock` tells milliseconds. */
    setClock: (clock) => (nowMs = clock),
    /** Runs once what the product repeats on timers. */
    runJobs: async () => {
      for (const { work } of jobs) await work();
    },
    async close() {
      await deps.relay.soon();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await connection.close();
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
