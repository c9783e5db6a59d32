import fc from 'fast-check';
import {
  Binary,
  BSONRegExp,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';

const decimals = [
  '0',
  '1',
  '-1',
  '1.5',
  '0.1',
  '1E+10',
  '-1E-10',
  'NaN',
  'Infinity',
  '-Infinity',
  '9007199254740993',
  '1E+400',
];

const scalar = fc.oneof(
  fc.integer({ min: -5, max: 5 }).map((n) => new Int32(n)),
  fc.integer().map((n) => new Int32(n)),
  fc.double().map((n) => new Double(n)),
  fc.constantFrom(0, -0, 1, 1.5, 9007199254740992, Infinity, -Infinity, NaN).map((n) => new Double(n)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((n) => Long.fromBigInt(n)),
  fc.constantFrom(9007199254740993n, 9007199254740992n, 1n, 0n).map((n) => Long.fromBigInt(n)),
  fc.constantFrom(...decimals).map((text) => Decimal128.fromString(text)),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('', 'a', 'a\0', 'a\0b', 'a\u0001', 'ab', 'b', '\ufffd', '😀'),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.uint8Array({ maxLength: 4 }).map((bytes) => new Binary(bytes, 0)),
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((n) => Timestamp.fromString(n.toString(16), 16)),
  fc.constantFrom(new BSONRegExp('a', 'i'), new BSONRegExp('a'), new BSONRegExp('b')),
  fc.constantFrom(new MinKey(), new MaxKey()),
);

const key = fc.constantFrom('a', 'b', '1', '__proto__', 'constructor');

/** Values of every BSON type that is still in use, nested too. */
export const { anyValue } = fc.letrec<{ anyValue: unknown }>((tie) => ({
  anyValue: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    scalar,
    fc.array(tie('anyValue'), { maxLength: 3 }),
    fc.array(fc.tuple(key, tie('anyValue')), { maxLength: 3 }).map((entries) => new Map(entries)),
  ),
}));
