import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { utf8Length } from '../../../src/core/item/utf8-length.ts';

describe('length in UTF-8', () => {
  it('equals what the platform writes, for every well-formed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(utf8Length(text)).toBe(Buffer.byteLength(text, 'utf8'));
      }),
    );
    expect(utf8Length('aé漢🙂')).toBe(10);
  });
});
