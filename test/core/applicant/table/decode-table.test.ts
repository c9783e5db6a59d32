import { describe, expect, it } from '@jest/globals';
import { decodeTable } from '../../../../src/core/applicant/table/decode-table.ts';

const TEXT = 'email,name\r\nłukasz@example.org,Łukasz Żak';
const bytes = (...parts: (string | readonly number[])[]) =>
  Uint8Array.from(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part)))),
  );
const utf16le = (text: string) => [...Buffer.from(text, 'utf16le')];
const utf16be = (text: string) => [...Buffer.from(text, 'utf16le').swap16()];

describe('the bytes of a table', () => {
  it.each([
    ['UTF-8', bytes(TEXT), 'utf-8'],
    ['UTF-8 with its mark', bytes([0xef, 0xbb, 0xbf], TEXT), 'utf-8'],
    ['UTF-16 as Windows writes it', bytes([0xff, 0xfe], utf16le(TEXT)), 'utf-16'],
    ['UTF-16 the other way round', bytes([0xfe, 0xff], utf16be(TEXT)), 'utf-16'],
  ])('are read as %s', (_name, given, encoding) => {
    expect(decodeTable(given)).toEqual({ kind: 'text', text: TEXT, encoding });
  });

  it('that are no UTF-8 are read as Windows-1252, with its euro and its curly quotes', () => {
    expect(decodeTable(bytes('Jos', [0xe9], ' ', [0x80, 0x93, 0x94, 0x8a, 0xff]))).toEqual({
      kind: 'text',
      text: 'José €“”Šÿ',
      encoding: 'windows-1252',
    });
  });

  it.each([
    ['a workbook of today', bytes([0x50, 0x4b, 0x03, 0x04], 'x'), 'workbook'],
    ['a workbook of old', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'workbook'],
    ['something with zero bytes', bytes('a,b', [0], 'c'), 'unknown'],
    ['UTF-16 without its mark', bytes(utf16le('a,b')), 'unknown'],
  ])('of %s are no text', (_name, given, looksLike) => {
    expect(decodeTable(given)).toEqual({ kind: 'not-text', looksLike });
  });

  it('of a broken UTF-16 file still give a text', () => {
    const broken = decodeTable(bytes([0xff, 0xfe, 0x41, 0x00, 0x00, 0xd8, 0x42]));
    expect(broken.kind === 'text' && broken.text).toMatch(/^A\uFFFD+$/);
  });
});
