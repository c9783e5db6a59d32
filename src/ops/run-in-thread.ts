import { Worker } from 'node:worker_threads';

export interface Thread {
  /** Ends with the thread; fails with what it failed with. Nothing begins after `stop`. */
  run(): Promise<void>;
  /** Ends a thread that runs, wherever it is: its work must be such that it can be taken up again. */
  stop(): Promise<void>;
}

/**
 * Work in a thread of its own, so that it delays no page. A new thread for each turn gives its memory back, of which it
 * has so many megabytes at most.
 */
export function createThread(file: URL, workerData: unknown, maxOldGenerationSizeMb: number): Thread {
  let worker: Worker | null = null;
  let stopped = false;
  return {
    run: () =>
      new Promise((resolve, reject) => {
        if (stopped) {
          resolve();
          return;
        }
        worker = new Worker(file, { workerData, resourceLimits: { maxOldGenerationSizeMb } });
        worker.once('error', reject);
        worker.once('exit', () => {
          worker = null;
          resolve();
        });
      }),
    async stop() {
      stopped = true;
      await worker?.terminate();
    },
  };
}
