// What goes wrong with a candidate's browser, in a real one: offline for minutes and the tab killed, a page left while its
// save is under way, two tabs, two devices, Back without script and after handing in, a page out of the back/forward cache,
// a cookie taken away, a device clock a day wrong, a device asleep for ten minutes.
//   npm run judge -- candidate-browser [--offline 300] [--only NAME] [--break]
// --offline  seconds without a line
// --break    judges a copy of the build whose page keeps nothing on the device; the judge must then find losses
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from '../pages/launch.mjs';
import { copyBuild } from '../sittings/copy-build.mjs';
import { openProduct } from '../sittings/open-product.mjs';
import { openRole } from '../sittings/open-role.mjs';
import { createScenarios } from '../sittings/browser-scenarios.mjs';
import { report } from '../sittings/report.mjs';

const { values } = parseArgs({
  options: { offline: { type: 'string' }, only: { type: 'string' }, break: { type: 'boolean' } },
});

const offlineSeconds = Number(values.offline ?? 300);

/** The page's script is one file of one line: the names of storage calls outlive its making small. */
function forgetful() {
  const name = readdirSync('dist/public').find((file) => /^candidate.*\.js$/.test(file));
  const file = join('public', name);
  return [{ file, from: '.setItem(', to: '.getItem(' }];
}

const build = copyBuild(values.break ? forgetful() : []);
let ahead = 0;
const product = await openProduct(build.root, () => new Date(Date.now() + ahead));
const role = await openRole(build.root, product.role);
// Playwright switches the back/forward cache off, which is part of what is judged.
const browser = await launch({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });
const scenarios = createScenarios({
  product,
  role,
  browser,
  offlineMs: offlineSeconds * 1000,
  sleep: (ms) => (ahead += ms),
  serverNow: () => Date.now() + ahead,
});

const outcomes = {};
try {
  for (const [name, run] of Object.entries(scenarios)) {
    if (values.only !== undefined && values.only !== name) continue;
    outcomes[name] = await run().then(
      (problems) => problems,
      (error) => [error.message.split('\n')[0]],
    );
  }
} finally {
  await browser.close();
  await role.close();
  await product.close();
  build.remove();
}
const bad = Object.values(outcomes).flat().length;
const passed = values.break ? bad > 0 : bad === 0;
report({ offlineSeconds, ...outcomes }, passed);
