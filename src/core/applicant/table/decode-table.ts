export type Encoding = 'utf-8' | 'utf-16' | 'windows-1252';

export type DecodedTable =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: Encoding }
  /** A workbook or a compressed file; or bytes that are no text at all. */
  | { readonly kind: 'not-text'; readonly looksLike: 'workbook' | 'unknown' };

/** First bytes of zip archives (.xlsx, .ods, .numbers) and of old Office files (.xls). */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** What Windows-1252 has at 0x80…0x9f; where it has nothing, the byte stays a control character. */
const HIGH = [
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d,
  0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, 0x9d, 0x017e, 0x0178,
];

/** The text of a file: by its byte order mark, else as UTF-8, else as Windows-1252, which old spreadsheets save. */
export function decodeTable(bytes: Uint8Array): DecodedTable {
  const begins = (start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);
  if (WORKBOOKS.some(begins)) return { kind: 'not-text', looksLike: 'workbook' };
  if (begins([0xff, 0xfe])) return utf16('utf-16le', bytes);
  if (begins([0xfe, 0xff])) return utf16('utf-16be', bytes);
  if (bytes.includes(0)) return { kind: 'not-text', looksLike: 'unknown' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { kind: 'text', text, encoding: 'utf-8' };
  } catch {
    return { kind: 'text', text: windows1252(bytes), encoding: 'windows-1252' };
  }
}

const utf16 = (label: string, bytes: Uint8Array): DecodedTable => ({
  kind: 'text',
  text: new TextDecoder(label).decode(bytes),
  encoding: 'utf-16',
});

/** By hand, because the decoder of Node 20 reads Windows-1252 as Latin-1 and loses € and curly quotes. */
function windows1252(bytes: Uint8Array): string {
  const units = Uint16Array.from(bytes, (byte) => HIGH[byte - 0x80] ?? byte);
  return new TextDecoder('utf-16le').decode(units);
}
