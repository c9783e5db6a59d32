// Builds dist/: the server by tsc, browser scripts and style sheet by esbuild under hashed names.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const started = Date.now();
execFileSync(process.execPath, ['node_modules/typescript-7/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});

rmSync('dist/public', { recursive: true, force: true });
mkdirSync('dist/public', { recursive: true });
const entryPoints = ['src/browser/candidate.ts', 'src/browser/staff.ts', 'public/css/app.css'].filter(
  existsSync,
);
await build({
  entryPoints,
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['es2020', 'chrome80', 'firefox78', 'safari14.1'],
  external: ['/assets/*'],
  entryNames: '[name]-[hash]',
  outdir: 'dist/public',
  logLevel: 'warning',
});
const names = readdirSync('dist/public').map((file) => [
  file.replace(/-[A-Z0-9]{8}(?=\.)/, ''),
  basename(file),
]);
writeFileSync('dist/public/manifest.json', JSON.stringify(Object.fromEntries(names), null, 2));
// The candidate's script comes over a bad line: six kilobytes packed, and not one more.
const MOST_PACKED = new Map([['candidate.js', 6144]]);
for (const [name, file] of names) {
  const packed = gzipSync(readFileSync(`dist/public/${file}`), { level: 9 });
  const most = MOST_PACKED.get(name) ?? Infinity;
  if (packed.length > most) throw new Error(`${name} has ${packed.length} bytes packed, ${most} are allowed`);
  writeFileSync(`dist/public/${file}.gz`, packed);
}
console.log(`built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
