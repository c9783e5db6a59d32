import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The letters that PDF files bring with them. */
export interface DocumentFonts {
  readonly regular: Buffer;
  readonly bold: Buffer;
  /** Whether there is a letter for it. */
  readonly has: (codePoint: number) => boolean;
}

const loaded = new Map<string, Promise<DocumentFonts>>();

/** Read once: a look into a font takes long enough that no sign should be looked up twice. */
export function loadFonts(root: string): Promise<DocumentFonts> {
  const fonts = loaded.get(root) ?? readFonts(root);
  loaded.set(root, fonts);
  return fonts;
}

const [THERE, NOT_THERE] = [1, 2];

async function readFonts(root: string): Promise<DocumentFonts> {
  const { create } = await import('fontkit');
  const [regular, bold] = ['noto-sans-regular.ttf', 'noto-sans-bold.ttf'].map((name) =>
    readFileSync(join(root, 'public/fonts', name)),
  ) as [Buffer, Buffer];
  const fonts = [create(regular), create(bold)];
  const known = new Uint8Array(0x110000);
  const has = (codePoint: number): boolean => {
    known[codePoint] ||= fonts.every((font) => font.hasGlyphForCodePoint(codePoint)) ? THERE : NOT_THERE;
    return known[codePoint] === THERE;
  };
  return { regular, bold, has };
}
