// What goes wrong with a candidate's browser, in a real one: offline for minutes and the tab killed, a page left while its
// save is under way, two tabs, two devices, Back without script and after handing in, a page out of the back/forward cache,
// a cookie taken away, a device clock a day wrong, a device asleep for ten minutes.
//   npm run judge -- candidate-browser [--offline 300] [--patience 10] [--only NAME] [--break]
// --offline  seconds without a line; --patience  seconds until what was kept has to be stored
// --break    judges a copy of the build whose page keeps nothing on the device; the judge must then find losses
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createScenarios } from '../sittings/browser-scenarios.mjs';
import { openRole } from '../sittings/open-role.mjs';
import { runAlone } from '../sittings/run-judge.mjs';

/** The page's script is one file of one line: the names of storage calls outlive its making small. */
const FORGETFUL = {
  get file() {
    return join(
      'public',
      readdirSync('dist/public').find((file) => /^candidate.*\.js$/.test(file)),
    );
  },
  from: '.setItem(',
  to: '.getItem(',
};

async function judge(trial, { offline, patience, only }) {
  const product = await trial.product();
  const role = await openRole(trial.root, product.role);
  let ahead = 0;
  product.setClock(() => Date.now() + ahead);
  const scenarios = createScenarios({
    product,
    role,
    browser: await trial.browser(),
    offlineMs: offline * 1000,
    patienceMs: patience * 1000,
    sleep: (ms) => (ahead += ms),
    serverNow: () => Date.now() + ahead,
  });
  const outcomes = {};
  for (const [name, run] of Object.entries(scenarios)) {
    if (only !== '' && !only.split(',').includes(name)) continue;
    outcomes[name] = await run().catch((error) => [error.message.split('\n')[0]]);
  }
  product.setClock(Date.now);
  await role.close();
  const problems = Object.values(outcomes).flat();
  return {
    figures: outcomes,
    enough: Object.keys(outcomes).length > 0,
    wrong: problems.length,
  };
}

const candidateBrowser = {
  sizes: { offline: 300, patience: 10, only: '' },
  short: { offline: 1.5, only: 'offlineAndKilled,leftWhileSaving' },
  shortOnFault: { patience: 3, only: 'offlineAndKilled' },
  faults: [FORGETFUL],
  judge,
};
export default candidateBrowser;
await runAlone(import.meta.url, candidateBrowser);
