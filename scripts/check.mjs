// The one door for all static checks; the same by hand and in CI.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const node = (name, ...args) => [name, process.execPath, args];
const bin = (path) => `node_modules/${path}`;
const steps = [
  node('lint', bin('oxlint/bin/oxlint'), '--deny-warnings', 'src', 'test'),
  node('format', bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'),
  node('types', bin('typescript-7/bin/tsc'), '-p', 'tsconfig.json'),
  node('browser types', bin('typescript-7/bin/tsc'), '-p', 'tsconfig.browser.json'),
  node(
    'import directions',
    bin('dependency-cruiser/bin/dependency-cruise.mjs'),
    '--config',
    '.dependency-cruiser.cjs',
    'src',
  ),
  node('unused code', bin('knip/bin/knip.js'), '--treat-config-hints-as-errors'),
  node('views', 'scripts/check-views.mjs'),
  node('contrast', 'scripts/check-contrast.mjs'),
  node('twins', 'scripts/check-twins.mjs'),
  node('content', 'scripts/check-content.mjs'),
];

const wanted = process.argv.slice(2);
const waiting = steps.filter(([name]) => wanted.length === 0 || wanted.includes(name));
let failed = 0;

/** Runs one step and prints what it said in one piece, so that steps side by side do not mix their words. */
function run([name, command, args]) {
  const started = Date.now();
  return new Promise((resolve) => {
    const said = [];
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (text) => said.push(text));
    child.stderr.on('data', (text) => said.push(text));
    child.on('close', (status) => {
      if (status !== 0) failed += 1;
      process.stdout.write(Buffer.concat(said));
      console.log(
        `${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
      );
      resolve();
    });
  });
}

async function lane() {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) await run(step);
}

await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane));
process.exit(failed === 0 ? 0 : 1);
