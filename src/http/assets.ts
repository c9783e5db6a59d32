import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Addresses of the built style sheet and scripts, whose names carry a hash of their content. */
export function readAssets(root: string): (name: string) => string {
  const file = join(root, 'dist/public/manifest.json');
  const manifest = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
  return (name) => `/assets/${manifest[name] ?? name}`;
}
