import { existsSync } from 'node:fs';
import type { Deps, KeyDeps } from '../../deps.ts';
import { mayBeSetUp } from '../../features/accounts/set-up-organisation.ts';
import { demoAccessFile, describeDemoAccess } from './demo-access.ts';
import { seedDemo } from './seed-demo.ts';

interface StartedDemo {
  /** For the console. */
  readonly lines: readonly string[];
  /** Work that may go on while pages are answered already. Does not reject. */
  readonly finish: () => Promise<void>;
}

/** An empty embedded store gets the demo unless it is switched off; a database of MONGODB_URI never does. */
export async function startDemo(deps: Deps, keys: KeyDeps): Promise<StartedDemo> {
  const { config, logger } = deps;
  const nothing = () => Promise.resolve();
  if (!config.demo || config.mongodbUri !== null) return { lines: [], finish: nothing };
  const file = demoAccessFile(config.dataDir);
  if (!(await mayBeSetUp(deps))) {
    const lines = existsSync(file) ? [`The sign-ins of the demo are in ${file}.`] : [];
    return { lines, finish: nothing };
  }
  const { access, giveOutWork } = await seedDemo(deps, keys);
  return {
    lines: describeDemoAccess(config.dataDir, access),
    finish: () =>
      giveOutWork().catch((error: unknown) => {
        logger.error({ err: error }, 'the demo could not give its responses to raters');
      }),
  };
}
