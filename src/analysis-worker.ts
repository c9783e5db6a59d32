import { workerData } from 'node:worker_threads';
import type { AnalysisTask } from './analysis-task.ts';
import { workOffAnalyses } from './features/assessment-quality/work-off-analyses.ts';
import { createLogger } from './ops/logger.ts';
import { connect } from './store/connection.ts';
import { createKeyVersionStore } from './store/key-version-store.ts';
import { createStores } from './store/stores.ts';

/** Computes what is due, over a connection of its own: neither reading nor computing takes time from a page. */
async function run({ uri, dbName, logLevel, groups }: AnalysisTask): Promise<void> {
  const connection = await connect(uri, dbName ?? undefined, 'patient');
  try {
    const deps = {
      clock: () => new Date(),
      logger: createLogger(logLevel),
      stores: createStores(connection),
      keyVersions: createKeyVersionStore(connection),
    };
    await workOffAnalyses(deps, groups);
  } finally {
    await connection.close();
  }
}

await run(workerData as AnalysisTask);
