import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAX_RESPONSE_BYTES } from '../../../../src/core/item/response-check.ts';
import { validateWrittenResponse } from '../../../../src/core/item/written-response/validate-response.ts';

const write = validateWrittenResponse;
const refusal = (reason: string) => ({ kind: 'invalid', reason });

describe('a written response', () => {
  it('keeps both steps; a missing one is empty', () => {
    expect(write({ a: 'Hello', b: 'Now' })).toEqual({
      kind: 'valid',
      value: { kind: 'written-response', a: 'Hello', b: 'Now' },
    });
    expect(write({ a: 'Hello', b: null })).toMatchObject({ value: { a: 'Hello', b: '' } });
    expect(write({})).toMatchObject({ value: { a: '', b: '' } });
  });

  it('has one spelling of line ends and is otherwise unchanged', () => {
    expect(write({ a: ' one\r\ntwo\rthree\n ', b: '$set <%= x %> {"$gt":1} 🙂 مرحبا' })).toMatchObject({
      value: { a: ' one\ntwo\nthree\n ', b: '$set <%= x %> {"$gt":1} 🙂 مرحبا' },
    });
  });

  it.each(['\ud800', 'a\udc00b', 'x\0y'])('that cannot come back as sent is refused loudly: %j', (text) => {
    expect(write({ a: text })).toEqual(refusal('ill-formed-text'));
    expect(write({ a: '', b: text })).toEqual(refusal('ill-formed-text'));
  });

  it('holds 16 KB in UTF-8 for both steps together and not a byte more', () => {
    const half = 'é'.repeat(MAX_RESPONSE_BYTES / 4);
    expect(write({ a: half, b: half }).kind).toBe('valid');
    expect(write({ a: half, b: `${half}x` })).toEqual(refusal('too-long'));
  });

  it.each([[{ a: 1 }], [{ b: ['x'] }], [{ a: {} }], ['text'], [null]])(
    'of the wrong shape is refused: %j',
    (raw) => {
      expect(write(raw)).toEqual(refusal('wrong-shape'));
    },
  );

  it('comes back canonically identical, whatever well-formed text it is', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 }).filter((sample) => !sample.includes('\0'));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const once = write({ a, b });
        expect(once.kind).toBe('valid');
        if (once.kind === 'valid') expect(write(once.value)).toEqual(once);
      }),
    );
  });
});
