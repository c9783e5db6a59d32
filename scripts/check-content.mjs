// The content is read by the product's own loader, so it is built first.
import { spawnSync } from 'node:child_process';

for (const script of ['scripts/build.mjs', 'dist/commands/check-content.js']) {
  const { status } = spawnSync(process.execPath, [script], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
