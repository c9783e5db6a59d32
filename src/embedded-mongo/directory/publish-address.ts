import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes where the running store is, for commands of the same user. The result takes it away again. */
export async function publishAddress(
  dataDir: string,
  uri: string,
  port: number,
): Promise<() => Promise<void>> {
  const path = join(dataDir, 'store.json');
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify({ uri, port, pid: process.pid }, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, path);
  return () => rm(path, { force: true });
}
