import { join, resolve } from 'node:path';
import { claimDirectory } from './directory/claim-directory.ts';
import { openStore } from './store.ts';
import { verifyStore } from './verify.ts';

/** Checks a data directory that no store is running on. Returns what is wrong. */
export async function verifyDirectory(dataDir: string): Promise<string[]> {
  const directory = resolve(dataDir);
  const release = await claimDirectory(directory);
  try {
    const store = openStore(join(directory, 'store'));
    try {
      return verifyStore(store);
    } finally {
      await store.close();
    }
  } finally {
    await release();
  }
}
