import { create } from 'fontkit';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The letters that PDF files bring with them. */
export interface DocumentFonts {
  readonly regular: Buffer;
  readonly bold: Buffer;
  /** Whether there is a letter for it. */
  readonly has: (codePoint: number) => boolean;
}

export function loadFonts(root: string): DocumentFonts {
  const [regular, bold] = ['noto-sans-regular.ttf', 'noto-sans-bold.ttf'].map((name) =>
    readFileSync(join(root, 'public/fonts', name)),
  ) as [Buffer, Buffer];
  const fonts = [create(regular), create(bold)];
  return { regular, bold, has: (codePoint) => fonts.every((font) => font.hasGlyphForCodePoint(codePoint)) };
}
