import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalForm, type Plain } from '../../../src/core/kernel/canonical-form.ts';

const plain = fc.jsonValue() as fc.Arbitrary<Plain>;

describe('canonicalForm', () => {
  it.each<[string, Plain, string]>([
    ['keys in code-unit order', { b: 1, a: [true, null] }, '{"a":[true,null],"b":1}'],
    ['texts escaped as JSON does', 'say "so"\n', '"say \\"so\\"\\n"'],
    ['nested objects', { z: { y: 1, x: 2 } }, '{"z":{"x":2,"y":1}}'],
    ['an empty list and an empty object', [[], {}], '[[],{}]'],
  ])('writes %s', (_title, value, expected) => {
    expect(canonicalForm(value)).toBe(expected);
  });

  it('refuses numbers that JSON would turn into null', () => {
    expect(() => canonicalForm({ a: Number.NaN })).toThrow(RangeError);
    expect(() => canonicalForm([Infinity])).toThrow(RangeError);
  });

  it('is the same text whatever order the keys were written in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), plain), (record) => {
        const reversed = Object.fromEntries(Object.entries(record).reverse());
        expect(canonicalForm(reversed)).toBe(canonicalForm(record));
      }),
    );
  });

  it('reads back as the same value', () => {
    fc.assert(
      fc.property(plain, (value) => {
        expect(JSON.parse(canonicalForm(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
