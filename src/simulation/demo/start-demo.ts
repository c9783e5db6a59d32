import { existsSync } from 'node:fs';
import type { Deps, KeyDeps } from '../../deps.ts';
import { mayBeSetUp } from '../../features/accounts/set-up-organisation.ts';
import { addDemoPeople } from './add-demo-people.ts';
import {
  demoAccessFile,
  describeAccess,
  publishAccess,
  readUnfinished,
  type DemoAccess,
} from './demo-access.ts';
import { fillDemo } from './fill-demo.ts';

/** What is left to do once pages are answered. Returns lines for the console; does not reject. */
type Finish = () => Promise<readonly string[]>;

/**
 * An empty embedded store gets the demo unless it is switched off; a database of MONGODB_URI never does. Accounts are
 * there before the first page; the role is filled after it, and by the next start where this one is interrupted.
 */
export async function startDemo(deps: Deps, keys: KeyDeps): Promise<Finish> {
  const { config } = deps;
  if (!config.demo || config.mongodbUri !== null) return () => Promise.resolve([]);
  const access = (await mayBeSetUp(deps)) ? await addDemoPeople(deps) : await readUnfinished(config.dataDir);
  return access === null ? () => Promise.resolve(remember(config.dataDir)) : () => finish(deps, keys, access);
}

function remember(dataDir: string): readonly string[] {
  const file = demoAccessFile(dataDir);
  return existsSync(file) ? [`The sign-ins of the demo are in ${file}.`] : [];
}

async function finish(deps: Deps, keys: KeyDeps, started: DemoAccess): Promise<readonly string[]> {
  try {
    const candidateLinks = [...(await fillDemo(deps, keys))];
    const access = { ...started, candidateLinks };
    await publishAccess(deps.config.dataDir, access);
    return describeAccess(deps.config.dataDir, access);
  } catch (error) {
    deps.logger.error({ err: error }, 'the demo could not be filled; the next start tries again');
    return [];
  }
}
