import { describe, expect, it } from '@jest/globals';
import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  serialize,
  Timestamp,
} from 'bson';
import fc from 'fast-check';
import { decodeDocument } from '../../../src/embedded-mongo/bson/decode-document.ts';
import { decodeFields } from '../../../src/embedded-mongo/bson/decode-fields.ts';
import { encodeDocument } from '../../../src/embedded-mongo/bson/encode-document.ts';
import { CommandError } from '../../../src/embedded-mongo/command-error.ts';
import { anyValue } from '../support/any-value.ts';

const bytesOf = (literal: unknown): Buffer => Buffer.from(serialize({ literal }, { ignoreUndefined: false }));
const roundTrip = (bytes: Buffer): Buffer => encodeDocument(decodeDocument(bytes));

const KINDS: [string, unknown][] = [
  ['double', new Double(1)],
  ['int32', new Int32(-7)],
  ['int64', Long.fromString('9007199254740993')],
  ['decimal', Decimal128.fromString('1.10')],
  ['string', 'naïve 😀 \0 inside'],
  ['document', { 2: 'b', 1: 'a', z: { y: {} } }],
  ['array', [1, [2, []], null]],
  ['binary', new Binary(Buffer.from([0, 255]), 4)],
  ['object id', new ObjectId('0123456789abcdef01234567')],
  ['boolean', true],
  ['date', new Date(-1)],
  ['null', null],
  ['regular expression', new BSONRegExp('^a', 'im')],
  ['code', new Code('return 1')],
  ['code with scope', new Code('return x', { x: 1 })],
  ['symbol', new BSONSymbol('old')],
  ['timestamp', Timestamp.fromBits(1, 2)],
  ['lowest key', new MinKey()],
  ['highest key', new MaxKey()],
];

describe('Decoding and encoding', () => {
  it.each(KINDS)('keep every byte of a %s', (_name, literal) => {
    const bytes = bytesOf(literal);
    expect(roundTrip(bytes).equals(bytes)).toBe(true);
  });

  it('keep every byte of random documents', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const bytes = bytesOf(value);
        expect(roundTrip(bytes).equals(bytes)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('refuse a document of which any byte string was cut or changed, without any other failure', () => {
    fc.assert(
      fc.property(anyValue, fc.nat(), fc.nat(255), (value, at, byte) => {
        const bytes = bytesOf(value);
        bytes[at % bytes.length] = byte;
        const outcomes = [bytes, bytes.subarray(0, at % bytes.length)].map((one) => {
          try {
            decodeDocument(one);
            return 'decoded';
          } catch (error) {
            return error instanceof CommandError ? 'refused' : String(error);
          }
        });
        expect(outcomes.filter((outcome) => outcome !== 'decoded' && outcome !== 'refused')).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('find any field behind any other as if the whole document had been read', () => {
    const all = Object.fromEntries([...KINDS, ['undefined', undefined], ['last', 'here']]);
    const bytes = Buffer.from(serialize(all, { ignoreUndefined: false }));
    const whole = decodeDocument(bytes);
    expect([...whole.keys()]).toHaveLength(KINDS.length + 2);
    for (const name of whole.keys()) {
      expect(decodeFields(bytes, [name, 'absent'])).toEqual(new Map([[name, whole.get(name)]]));
    }
    expect(decodeFields(bytes, [...whole.keys()])).toEqual(whole);
  });

  it('refuse documents that nest without end', () => {
    let nested: object = {};
    for (let depth = 0; depth < 250; depth += 1) nested = { nested };
    expect(() => decodeDocument(Buffer.from(serialize(nested)))).toThrow('at most 200 levels');
  });
});
