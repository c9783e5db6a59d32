import { mkdir } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { claimDirectory } from './directory/claim-directory.ts';
import { keepPassword } from './directory/keep-password.ts';
import { publishAddress } from './directory/publish-address.ts';
import { StartError } from './start-error.ts';
import type { WorkerReport, WorkerTask } from './worker-messages.ts';

export type EmbeddedMongo = {
  readonly uri: string;
  readonly port: number;
  readonly close: () => Promise<void>;
};

const USER = 'embedded';

/**
 * Starts the embedded store on a data directory, in a thread of its own, on the loopback address.
 * Port 0 takes a free one. Refusals are `StartError`s that say what to do.
 */
export async function startEmbeddedMongo({
  dataDir,
  port = 0,
}: {
  dataDir: string;
  port?: number;
}): Promise<EmbeddedMongo> {
  const directory = resolve(dataDir);
  const release = await prepareDirectory(directory);
  try {
    const password = await keepPassword(directory);
    const worker = await startWorker({ path: join(directory, 'store'), port, user: USER, password });
    const uri = `mongodb://${USER}:${password}@127.0.0.1:${worker.port}/?directConnection=true&authSource=admin`;
    const withdraw = await publishAddress(directory, uri, worker.port);
    return {
      uri,
      port: worker.port,
      close: async () => {
        await withdraw();
        await worker.close();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

async function prepareDirectory(directory: string): Promise<() => Promise<void>> {
  try {
    await makeDirectory(directory);
    return await claimDirectory(directory);
  } catch (error) {
    if (error instanceof StartError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new StartError(
      'directory-not-writable',
      `The data directory ${directory} cannot be written (${why}). Make it writable, or choose another with DATA_DIR.`,
    );
  }
}

/** One folder at a time: the recursive call of Node never returns where the system refuses, as under /proc. */
async function makeDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory, { mode: 0o700 });
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || dirname(directory) === directory) throw error;
    await makeDirectory(dirname(directory));
    await mkdir(directory, { mode: 0o700 });
  }
}

type RunningWorker = { readonly port: number; readonly close: () => Promise<void> };

async function startWorker(task: WorkerTask): Promise<RunningWorker> {
  // The compiler does not rewrite this address, so it takes the extension that this file itself has.
  const worker = new Worker(new URL(`./worker${extname(import.meta.url)}`, import.meta.url), {
    workerData: task,
  });
  const report = await nextReport(worker);
  if (report.kind !== 'listening') {
    await worker.terminate();
    throw explain(report, task);
  }
  return {
    port: report.port,
    close: async () => {
      const closed = nextReport(worker);
      worker.postMessage('close');
      await closed;
      await worker.terminate();
    },
  };
}

function nextReport(worker: Worker): Promise<WorkerReport> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  }).finally(() => worker.removeAllListeners('error')) as Promise<WorkerReport>;
}

function explain(report: WorkerReport, task: WorkerTask): StartError {
  if (report.kind !== 'failed') return new StartError('start-failed', 'The embedded store did not start.');
  const remedy = {
    'port-in-use': `Port ${task.port} is in use by another program. Choose another port.`,
    'unknown-format': `The data in ${task.path} was written in another format. Start the version that wrote it and use "npm run export".`,
    'damaged-data': `The data in ${task.path} is damaged (${report.message}). Restore a copy of the directory or an export.`,
    'directory-in-use': report.message,
    'directory-not-writable': report.message,
    'start-failed': `The embedded store did not start: ${report.message}`,
  };
  return new StartError(report.code, remedy[report.code]);
}
