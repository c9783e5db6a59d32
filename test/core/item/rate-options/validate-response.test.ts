import { describe, expect, it } from '@jest/globals';
import { validateRateOptions } from '../../../../src/core/item/rate-options/validate-response.ts';
import { aRateOptionsItem } from '../../form/a-form.ts';

const rate = (ratings: unknown) => validateRateOptions(aRateOptionsItem(), { ratings });
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
    expect(validateRateOptions(aRateOptionsItem(), null)).toEqual(refusal('wrong-shape'));
    expect(validateRateOptions(aRateOptionsItem(), 'a=1')).toEqual(refusal('wrong-shape'));
  });
});
