import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAX_RESPONSE_BYTES } from '../../../src/core/item/response-check.ts';
import { validateResponse } from '../../../src/core/item/validate-response.ts';
import { aBestWorstItem, aRateOptionsItem, aWrittenItem } from '../form/a-form.ts';

const rate = (ratings: unknown) => validateResponse(aRateOptionsItem(), { ratings });
const pick = (raw: unknown) => validateResponse(aBestWorstItem(), raw);
const write = (raw: unknown) => validateResponse(aWrittenItem(), raw);
const refusal = (reason: string) => ({ kind: 'invalid', reason });

describe('ratings of options', () => {
  it('are kept in the order of the item, as numbers, whether sent as text or number', () => {
    const check = rate({ d: 7, a: '1' });
    expect(check).toEqual({ kind: 'valid', value: { kind: 'rate-options', ratings: { a: 1, d: 7 } } });
    expect(JSON.stringify(check)).toContain('{"a":1,"d":7}');
  });

  it('may be half-finished: options without a rating are left out', () => {
    expect(rate({ a: '', b: null, c: 4 })).toMatchObject({ value: { ratings: { c: 4 } } });
    expect(rate({})).toMatchObject({ kind: 'valid', value: { ratings: {} } });
  });

  it.each([0, 8, 1.5, -1, Number.NaN, '0', '8', '1.0', ' 1', 'x', true, [1], {}])(
    'outside the seven points are refused: %p',
    (rating) => {
      expect(rate({ a: rating })).toEqual(refusal('rating-out-of-range'));
    },
  );

  it('of options that the item does not have are refused, also inherited names', () => {
    expect(rate({ e: 1 })).toEqual(refusal('unknown-option'));
    expect(rate(JSON.parse('{"__proto__": 1}'))).toEqual(refusal('unknown-option'));
    expect(rate({ constructor: 1 })).toEqual(refusal('unknown-option'));
  });

  it.each([null, undefined, 'a', 1, []])('of the wrong shape are refused: %p', (ratings) => {
    expect(rate(ratings)).toEqual(refusal('wrong-shape'));
  });

  it('of something that is no object are refused', () => {
    expect(validateResponse(aRateOptionsItem(), null)).toEqual(refusal('wrong-shape'));
    expect(validateResponse(aRateOptionsItem(), 'a=1')).toEqual(refusal('wrong-shape'));
  });
});

describe('best and worst', () => {
  it('are two options of the item, either may be missing', () => {
    expect(pick({ best: 'a', worst: 'c' })).toMatchObject({ value: { best: 'a', worst: 'c' } });
    expect(pick({ best: 'a', worst: '' })).toMatchObject({ value: { best: 'a', worst: null } });
    expect(pick({})).toMatchObject({ value: { best: null, worst: null } });
  });

  it('cannot be the same option, unknown options or another shape', () => {
    expect(pick({ best: 'a', worst: 'a' })).toEqual(refusal('same-option'));
    expect(pick({ best: 'e' })).toEqual(refusal('unknown-option'));
    expect(pick({ worst: ['a'] })).toEqual(refusal('unknown-option'));
    expect(pick([])).toEqual(refusal('wrong-shape'));
  });
});

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
