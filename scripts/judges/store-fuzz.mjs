// Feeds the embedded store hostile bytes and mistaken commands, many more than the tests do.
//   node scripts/judges/store-fuzz.mjs [--runs 20000]
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { runs: { type: 'string' } } });
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--no-warnings',
    'node_modules/jest/bin/jest.js',
    'test/embedded-mongo/wire/fuzz',
  ],
  { stdio: 'inherit', env: { ...process.env, STORE_FUZZ_RUNS: values.runs ?? '20000' } },
);
process.exit(status ?? 1);
