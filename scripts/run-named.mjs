// `npm run judge -- NAME` and `npm run bench -- [NAME]`: builds, then runs the script of that name, or lists them.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

const [folder, name, ...rest] = process.argv.slice(2);
const names = existsSync(folder)
  ? readdirSync(folder)
      .filter((file) => file.endsWith('.mjs'))
      .map((file) => file.slice(0, -4))
  : [];

if (name === undefined || !names.includes(name)) {
  console.error(`Name one of: ${names.join(', ')}`);
  process.exit(1);
}
for (const args of [['scripts/build.mjs'], [`${folder}/${name}.mjs`, ...rest]]) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
