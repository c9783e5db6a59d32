import { parentPort, workerData } from 'node:worker_threads';
import { forgetOldReplies } from './commands/run-write.ts';
import { expireDocuments } from './expire-documents.ts';
import { openStore } from './store.ts';
import { claimFormat } from './storage/open-storage.ts';
import type { WorkerReport, WorkerTask } from './worker-messages.ts';
import { deriveKeys } from './wire/scram.ts';
import { serve } from './wire/serve.ts';

const HOUSEKEEPING_MS = 60_000;

/** Runs the store away from the thread of the application, so that a long search never delays a page. */
async function run(task: WorkerTask): Promise<void> {
  const store = openStore(task.path);
  if (claimFormat(store.storage) === null) {
    await store.close();
    report({
      kind: 'failed',
      code: 'unknown-format',
      message: 'written by another version of the embedded store',
    });
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
  const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  report({
    kind: 'failed',
    code: inUse ? 'port-in-use' : 'start-failed',
    message: error instanceof Error ? error.message : String(error),
  });
});
