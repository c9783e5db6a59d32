import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The password of this data directory: made once, readable by its owner only, the same after every restart. */
export async function keepPassword(dataDir: string): Promise<string> {
  const path = join(dataDir, 'store.password');
  const known = await readFile(path, 'utf8').catch(() => '');
  if (/^[\w-]{43}$/.test(known)) return known;
  const password = randomBytes(32).toString('base64url');
  await writeFile(path, password, { mode: 0o600 });
  return password;
}
