import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Document } from 'bson';
import { errorReply, runCommand } from '../../../src/embedded-mongo/commands/run-command.ts';
import { openStore, type Store } from '../../../src/embedded-mongo/store.ts';
import { docOf, literalOf } from './bson-documents.ts';

export type TestStore = {
  readonly store: Store;
  readonly path: string;
  /** Runs a command and returns the reply, also that of a refusal. */
  readonly run: (command: Document) => Promise<Document>;
  readonly close: () => Promise<void>;
};

/** The store without its socket, in a directory of its own. */
export function openTestStore(): TestStore {
  const path = mkdtempSync(join(tmpdir(), 'embedded-store-'));
  const store = openStore(join(path, 'store'));
  return {
    store,
    path,
    run: async (command) => {
      const body = docOf({ $db: 'test', ...command });
      const first = Object.keys(command)[0] ?? '';
      const ordered = new Map([[first, body.get(first)], ...[...body].filter(([name]) => name !== first)]);
      const reply = await runCommand(store, ordered).catch(errorReply);
      return literalOf(reply);
    },
    close: async () => {
      await store.close();
      rmSync(path, { recursive: true, force: true });
    },
  };
}

export const firstBatch = (reply: Document): Document[] =>
  (reply['cursor'] as { firstBatch: Document[] }).firstBatch;
