import { parentPort, workerData } from 'node:worker_threads';
import { forgetOldReplies } from './commands/run-write.ts';
import { expireDocuments } from './expire-documents.ts';
import { DamagedFile } from './storage/open-storage.ts';
import { openStore } from './store.ts';
import { checkIntegrity } from './storage/check-integrity.ts';
import { systemCodeOf } from './system-code-of.ts';
import type { WorkerReport, WorkerTask } from './worker-messages.ts';
import type { StartErrorCode } from './start-error.ts';
import { deriveKeys } from './wire/scram.ts';
import { serve } from './wire/serve.ts';

const HOUSEKEEPING_MS = 60_000;

/** Runs the store away from the thread of the application, so that a long search never delays a page. */
async function run(task: WorkerTask): Promise<void> {
  const store = openStore(task.path);
  const integrity = checkIntegrity(store.storage, store.catalog);
  if (integrity.kind !== 'sound') {
    await store.close();
    report({ kind: 'failed', code: integrity.kind, message: integrity.why });
    return;
  }
  const server = await serve(store, deriveKeys(task.user, task.password), task.port);
  const housekeeping = setInterval(() => {
    const now = Date.now();
    Promise.all([expireDocuments(store, now), forgetOldReplies(store, now)]).catch((error: unknown) => {
      console.error(error);
    });
  }, HOUSEKEEPING_MS);
  parentPort?.once('message', () => {
    clearInterval(housekeeping);
    server
      .close()
      .then(() => store.close())
      .then(
        () => {
          report({ kind: 'closed' });
        },
        (error: unknown) => {
          throw error;
        },
      );
  });
  report({ kind: 'listening', port: server.port });
}

const report = (message: WorkerReport): void => parentPort?.postMessage(message);

run(workerData as WorkerTask).catch((error: unknown) => {
  report({
    kind: 'failed',
    code: codeOf(error),
    message: error instanceof Error ? error.message : String(error),
  });
});

function codeOf(error: unknown): StartErrorCode {
  if (!(error instanceof Error)) return 'start-failed';
  if (systemCodeOf(error) === 'EADDRINUSE') return 'port-in-use';
  return error instanceof DamagedFile || error.message.includes('MDB_') ? 'damaged-data' : 'start-failed';
}
