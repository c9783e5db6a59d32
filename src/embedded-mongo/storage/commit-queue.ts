import { CommandError } from '../command-error.ts';
import type { Storage } from './open-storage.ts';

type Job = {
  readonly work: () => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
};

const MOST_AT_ONCE = 256;

/**
 * The only door for writing. Everything that waits is done in one transaction, and a caller hears of it only after
 * that transaction is flushed to disk; nobody sees its effects earlier. Work that throws is rolled back.
 */
export class CommitQueue {
  readonly #storage: Storage;
  readonly #onRollback: () => void;
  #waiting: Job[] = [];

  constructor(storage: Storage, onRollback: () => void) {
    this.#storage = storage;
    this.#onRollback = onRollback;
  }

  run<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#waiting.length === 0) setImmediate(this.#drain);
      this.#waiting.push({ work, resolve, reject });
    });
  }

  readonly #drain = (): void => {
    const jobs = this.#waiting.splice(0, MOST_AT_ONCE);
    if (this.#waiting.length > 0) setImmediate(this.#drain);
    if (!this.#storage.hasRoom()) {
      for (const job of jobs) job.reject(fullDisk());
      return;
    }
    const results = this.#commit(jobs);
    jobs.forEach((job, index) => {
      const result = results?.[index] ?? this.#commitAlone(job);
      if ('error' in result) job.reject(result.error);
      else job.resolve(result.value as never);
    });
  };

  /** Null when one of them failed: then each is done again on its own, so that only the faulty one fails. */
  #commit(jobs: readonly Job[]): { value: unknown }[] | null {
    try {
      return this.#transaction(() => jobs.map(({ work }) => ({ value: work() })));
    } catch {
      return null;
    }
  }

  #commitAlone({ work }: Job): { value: unknown } | { error: unknown } {
    try {
      return { value: this.#transaction(work) };
    } catch (error) {
      return { error };
    }
  }

  /** Returns after the flush; an exception undoes everything, in memory too. */
  #transaction<T>(work: () => T): T {
    try {
      return this.#storage.environment.transactionSync(work);
    } catch (error) {
      this.#onRollback();
      throw error;
    } finally {
      this.#storage.environment.resetReadTxn();
    }
  }
}

const fullDisk = (): CommandError =>
  new CommandError(
    'OutOfDiskSpace',
    'the disk of the data directory has less than 64 MB left: nothing more is written until there is space again',
  );
