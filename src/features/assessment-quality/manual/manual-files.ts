import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { newId } from '../../../ops/secrets.ts';
import { loadFonts } from '../../../presentation/document/load-fonts.ts';
import { writeHtml } from '../../../presentation/document/write-html.ts';
import { writePdf } from '../../../presentation/document/write-pdf.ts';
import { manualContent } from './manual-content.ts';
import type { Manual } from './read-manual.ts';
import { writePackage } from './write-package.ts';

/** The manual to read and to print, with the rows that its figures follow from and the script that computes them again. */
export async function manualFiles(
  root: string,
  manual: Manual,
  at: Date,
): Promise<Readonly<Record<string, string | Uint8Array>>> {
  const content = manualContent(manual, at);
  return {
    'manual.pdf': await buffer(await writePdf(content, await loadFonts(root))),
    'manual.html': writeHtml(content),
    ...writePackage(manual, shuffled),
    'recompute.mjs': readFileSync(join(root, 'scripts/manual/recompute.mjs'), 'utf8'),
  };
}

/** In an order that nobody can foresee. */
const shuffled = <Row>(rows: readonly Row[]): readonly Row[] =>
  rows
    .map((row) => ({ row, at: newId() }))
    .sort((left, right) => (left.at < right.at ? -1 : 1))
    .map(({ row }) => row);
