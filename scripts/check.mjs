// The one door for all static checks; the same by hand and in CI.
import { spawnSync } from 'node:child_process';

const node = (name, ...args) => [name, process.execPath, args];
const bin = (path) => `node_modules/${path}`;
const steps = [
  node('format', bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'),
  node('types', bin('typescript/bin/tsc'), '-p', 'tsconfig.json'),
  node('browser types', bin('typescript/bin/tsc'), '-p', 'tsconfig.browser.json'),
  node('lint', bin('eslint/bin/eslint.js'), '--max-warnings', '0', 'src', 'test'),
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
  node('build for content', 'scripts/build.mjs'),
  node('content', 'dist/commands/check-content.js'),
];

const wanted = process.argv.slice(2);
let failed = 0;
for (const [name, command, args] of steps) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const started = Date.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) failed += 1;
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}
process.exit(failed === 0 ? 0 : 1);
