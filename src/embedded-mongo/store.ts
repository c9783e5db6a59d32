import { Catalog } from './storage/catalog.ts';
import { CommitQueue } from './storage/commit-queue.ts';
import { openStorage, type Storage } from './storage/open-storage.ts';
import { Records } from './storage/records.ts';
import { CursorTable } from './query/cursor-table.ts';

/** Everything that commands work with. */
export type Store = {
  readonly storage: Storage;
  readonly catalog: Catalog;
  readonly records: Records;
  readonly queue: CommitQueue;
  readonly cursors: CursorTable;
  readonly close: () => Promise<void>;
};

export function openStore(path: string): Store {
  const storage = openStorage(path);
  const catalog = new Catalog(storage);
  const queue = new CommitQueue(storage, () => {
    catalog.forget();
  });
  return {
    storage,
    catalog,
    records: new Records(storage, catalog),
    queue,
    cursors: new CursorTable(),
    close: async () => {
      // Settled or refused by a full disk: everything that waited before it is answered.
      await queue.run(() => null).catch(() => null);
      await storage.environment.close();
    },
  };
}
