import { describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const sheets = readdirSync('public/css', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({ name, css: readFileSync(join('public/css', name), 'utf8') }));

async function bundle(entry: string): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    external: ['/assets/*'],
    write: false,
    outdir: '/',
    logLevel: 'silent',
  });
  return gzipSync(outputFiles[0]?.contents ?? '').length;
}

describe('the style sheet', () => {
  it('is imported whole and stays under 10 KB when it is sent', async () => {
    const imports = sheets.find(({ name }) => name === 'app.css')?.css ?? '';
    for (const { name } of sheets.filter((one) => one.name !== 'app.css'))
      expect(imports).toContain(`'./${name}'`);
    expect(await bundle('public/css/app.css')).toBeLessThan(10 * 1024);
  });

  it.each(sheets)('$name turns with the direction of writing', ({ css }) => {
    const physical =
      /(?:margin|padding|border|inset)-(?:left|right|top|bottom)\b|(?<![\w-])(?:left|right|width|height)\s*:|text-align:\s*(?:left|right)/g;
    expect(css.match(physical) ?? []).toEqual([]);
  });

  it.each(sheets.filter(({ name }) => name !== 'tokens.css' && name !== 'print.css'))(
    '$name takes its colours from the tokens',
    ({ css }) => {
      expect(css.match(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/gi) ?? []).toEqual([]);
    },
  );
});

describe('the script of staff pages', () => {
  it('stays under 12 KB when it is sent', async () => {
    expect(await bundle('src/browser/staff.ts')).toBeLessThan(12 * 1024);
  });
});
