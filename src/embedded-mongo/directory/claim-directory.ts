import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../start-error.ts';
import { systemCodeOf } from '../system-code-of.ts';

type Holder = { readonly pid: number; readonly startedAt: string | null };

/** Takes the directory for this process, also from one that has died. The result gives it back. */
export async function claimDirectory(dataDir: string): Promise<() => Promise<void>> {
  const path = join(dataDir, 'store.lock');
  const mine = JSON.stringify({ pid: process.pid, startedAt: startOf(process.pid) } satisfies Holder);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await writeNew(path, mine)) return () => rm(path, { force: true });
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text === null) continue;
    const holder = readHolder(text);
    if (holder && isAlive(holder)) throw inUse(dataDir, holder.pid);
    await removeStale(path, text);
  }
  throw inUse(dataDir, null);
}

function inUse(dataDir: string, pid: number | null): StartError {
  const who = pid === null ? 'another process' : `process ${pid}`;
  return new StartError(
    'directory-in-use',
    `The data directory ${dataDir} is in use by ${who}. Stop that process, or choose another directory with DATA_DIR.`,
  );
}

async function writeNew(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (systemCodeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Takes the dead process's file away; if somebody else was faster, theirs is put back. */
async function removeStale(path: string, expected: string): Promise<void> {
  const aside = `${path}.${process.pid}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  const text = await readFile(aside, 'utf8');
  if (text !== expected) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

function readHolder(text: string): Holder | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('pid' in value) || typeof value.pid !== 'number')
      return null;
    return {
      pid: value.pid,
      startedAt: 'startedAt' in value && typeof value.startedAt === 'string' ? value.startedAt : null,
    };
  } catch {
    return null;
  }
}

/** Alive, and not another process that got the same number later. */
function isAlive({ pid, startedAt }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (systemCodeOf(error) !== 'EPERM') return false;
  }
  const now = startOf(pid);
  return startedAt === null || now === null || now === startedAt;
}

/** When the process began, where the system tells (Linux). */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
