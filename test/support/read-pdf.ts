import { inflateSync } from 'node:zlib';

interface ReadPdf {
  /** The text of every page as it is drawn, line by line. */
  readonly pages: readonly string[];
  /** Kinds of elements in the structure, in reading order, each time one occurs. */
  readonly roles: readonly string[];
  readonly language: string | null;
  readonly bookmarks: readonly string[];
  readonly alternatives: readonly string[];
}

/** A reader of the PDF files that we write, which shares no code with what writes them. */
export function readPdf(bytes: Buffer): ReadPdf {
  const file = bytes.toString('latin1');
  if (!file.startsWith('%PDF-') || !file.trimEnd().endsWith('%%EOF')) throw new Error('this is no whole PDF');
  const objects = new Map(
    [...file.matchAll(/(\d+) 0 obj\n(.*?)\nendobj/gs)].map(([, id = '', body = '']) => [id, body]),
  );
  const object = (id: string | undefined): string => objects.get(id ?? '') ?? '';
  const stream = (id: string | undefined): string => {
    const [, packed = ''] = /\nstream\n(.*)\nendstream/s.exec(object(id)) ?? [];
    return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
  };
  const bodies = [...objects.values()];
  const catalog = bodies.find((body) => body.includes('/Type /Catalog')) ?? '';
  const [, kids = ''] =
    /\/Kids \[([^\]]*)\]/.exec(bodies.find((one) => one.includes('/Type /Pages')) ?? '') ?? [];
  const pages = [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => {
    const page = object(id);
    const resources = object(/\/Resources (\d+)/.exec(page)?.[1]);
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', font]) => {
        const toUnicode = stream(/\/ToUnicode (\d+)/.exec(object(font))?.[1]);
        return [name, readMap(toUnicode)] as const;
      }),
    );
    return readText(stream(/\/Contents (\d+)/.exec(page)?.[1]), fonts);
  });
  const texts = (key: string): string[] =>
    bodies.flatMap((body) => {
      const [, written] = new RegExp(`/${key} \\(((?:\\\\.|[^\\\\)])*)\\)`, 's').exec(body) ?? [];
      return written === undefined ? [] : [readString(written)];
    });
  return {
    pages,
    roles: rolesUnder(object, /\/StructTreeRoot (\d+)/.exec(catalog)?.[1]),
    language: /\/Lang \(([^)]*)\)/.exec(catalog)?.[1] ?? null,
    bookmarks: texts('Title'),
    alternatives: texts('Alt'),
  };
}

function rolesUnder(object: (id: string | undefined) => string, id: string | undefined): readonly string[] {
  const body = object(id);
  const own = /^<<\n\/S \/(\w+)/.exec(body)?.[1];
  const [, kids = ''] = /\/K \[(.*?)\]/s.exec(body) ?? [];
  const below = [...kids.replace(/<<.*?>>/gs, '').matchAll(/(\d+) 0 R/g)];
  return [...(own === undefined ? [] : [own]), ...below.flatMap(([, kid]) => rolesUnder(object, kid))];
}

/** Glyph numbers to text. */
function readMap(cmap: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  for (const [, first = '', list = ''] of cmap.matchAll(/<([\da-f]+)> <[\da-f]+> \[([^\]]*)\]/g)) {
    [...list.matchAll(/<([\da-f ]*)>/g)].forEach(([, codes = ''], index) => {
      const units = codes.split(' ').map((code) => parseInt(code, 16));
      map.set(parseInt(first, 16) + index, String.fromCharCode(...units));
    });
  }
  return map;
}

function readText(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> | undefined;
  const lines: string[] = [];
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:<[\da-f]*>|[-\d. ])*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name);
    else
      lines.push(
        [...(shown ?? '').matchAll(/[\da-f]{4}(?=[\da-f]*>)/g)]
          .map(([code]) => font?.get(parseInt(code, 16)) ?? '?')
          .join(''),
      );
  }
  return lines.join('\n');
}

/** Text strings are UTF-16 behind a mark, or plain. */
function readString(written: string): string {
  const bytes = written.replace(/\\([nrtbf()\\])/g, (_, sign: string) => ESCAPES[sign] ?? sign);
  if (!bytes.startsWith('\u00fe\u00ff')) return bytes;
  return Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le');
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
