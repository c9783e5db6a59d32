// Every file of core that does something is imported by a test in the mirrored folder of test/core.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const filesUnder = (root) =>
  readdirSync(root, { recursive: true })
    .map((file) => join(root, String(file)))
    .filter((file) => file.endsWith('.ts'));

const tested = new Set(
  filesUnder('test/core').flatMap((test) =>
    [...readFileSync(test, 'utf8').matchAll(/from '(\.[^']+)'/g)].map(([, path]) =>
      normalize(join(dirname(test), path)),
    ),
  ),
);
const doesSomething = (file) =>
  /^export (async )?function|^export const \w+[^;]*=>/m.test(readFileSync(file, 'utf8'));
const missing = filesUnder('src/core').filter((file) => doesSomething(file) && !tested.has(file));

for (const file of missing) console.error(`${file} is imported by no test under test/core`);
process.exit(missing.length === 0 ? 0 : 1);
