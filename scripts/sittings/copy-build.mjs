import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { quickFolder } from './quick-folder.mjs';

/**
 * A copy of the built product in a folder of its own, so that a judge may break it and a new build does not pull it
 * away. Each patch is `{ file, from, to }`, the file within `dist` or `views/…`; one that no longer fits is an error.
 */
export function copyBuild(patches = []) {
  const root = mkdtempSync(join(quickFolder(), 'attune-judge-'));
  cpSync('dist', join(root, 'dist'), { recursive: true });
  cpSync('package.json', join(root, 'package.json'));
  cpSync('views', join(root, 'views'), { recursive: true });
  for (const name of ['node_modules', 'public', 'scripts', 'assessments'])
    symlinkSync(resolve(name), join(root, name));
  for (const { file, from, to } of patches)
    patch(join(root, file.startsWith('views/') ? '' : 'dist', file), from, to);
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

function patch(path, from, to) {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`the build has changed: nothing to break in ${path}`);
  writeFileSync(path, text.replace(from, to));
  // The packed copy beside it would be sent instead.
  rmSync(`${path}.gz`, { force: true });
}
