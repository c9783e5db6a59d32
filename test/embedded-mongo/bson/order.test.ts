import { describe, expect, it } from '@jest/globals';
import { BSONRegExp, Binary, Decimal128, Double, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import { compareValues } from '../../../src/embedded-mongo/bson/compare-values.ts';
import { encodeKey, MAX_KEY_BYTES } from '../../../src/embedded-mongo/storage/encode-key.ts';
import { anyValue } from '../support/any-value.ts';
import { valueOf } from '../support/bson-documents.ts';

const ascending: unknown[] = [
  new MinKey(),
  null,
  new Double(NaN),
  new Double(-Infinity),
  -1,
  Decimal128.fromString('-0.5'),
  0,
  Decimal128.fromString('0.1'),
  0.1,
  1,
  Long.fromString('9007199254740992'),
  Long.fromString('9007199254740993'),
  Decimal128.fromString('1E+400'),
  new Double(Infinity),
  '',
  'A',
  'a',
  'a\0',
  'aa',
  '\ufffd',
  '😀',
  {},
  { a: 1 },
  { a: 2 },
  { b: 1 },
  { a: 'x' },
  [],
  [1],
  [1, 2],
  [2],
  new Binary(Buffer.from('b'), 0),
  new Binary(Buffer.from('aa'), 0),
  new ObjectId('000000000000000000000001'),
  new ObjectId('000000000000000000000002'),
  false,
  true,
  new Date(-5),
  new Date(5),
  Timestamp.fromBits(1, 0),
  new BSONRegExp('a'),
  new BSONRegExp('a', 'i'),
  new MaxKey(),
];

const sign = (order: number): number => (order < 0 ? -1 : order > 0 ? 1 : 0);

describe('The order of BSON values', () => {
  const values = ascending.map(valueOf);

  it('follows the documented order of types and of values within a type', () => {
    const orders = values.flatMap((a, i) => values.map((b, j) => [i, j, sign(compareValues(a, b))]));
    expect(orders).toEqual(values.flatMap((_a, i) => values.map((_b, j) => [i, j, sign(i - j)])));
  });

  it.each([
    [1, Long.fromNumber(1)],
    [1, new Double(1)],
    [1, Decimal128.fromString('1.00')],
    [new Double(0), new Double(-0)],
    [new Double(NaN), Decimal128.fromString('NaN')],
    [new Double(0.5), Decimal128.fromString('0.5')],
  ])('treats %s and %s as equal across number types', (a, b) => {
    expect(compareValues(valueOf(a), valueOf(b))).toBe(0);
  });

  it('is the order of index keys, which may only be coarser', () => {
    fc.assert(
      fc.property(anyValue, anyValue, fc.constantFrom(1, -1), (left, right, direction) => {
        const [a, b] = [valueOf(left), valueOf(right)];
        const byKey =
          sign(Buffer.compare(encodeKey([a], [direction]), encodeKey([b], [direction]))) * direction;
        const byValue = sign(compareValues(a, b));
        expect([0, byValue]).toContain(byKey);
      }),
      { numRuns: 3000 },
    );
  });

  it('is total: antisymmetric and transitive', () => {
    fc.assert(
      fc.property(anyValue, anyValue, anyValue, (x, y, z) => {
        const [a, b, c] = [valueOf(x), valueOf(y), valueOf(z)];
        expect(sign(compareValues(a, b))).toBe(-sign(compareValues(b, a)) + 0);
        if (compareValues(a, b) <= 0 && compareValues(b, c) <= 0)
          expect(compareValues(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps the keys of long texts within the limit of the database', () => {
    const key = encodeKey([valueOf('x'.repeat(5000)), valueOf('y')], [1, -1]);
    expect(key.length).toBe(MAX_KEY_BYTES);
  });
});
