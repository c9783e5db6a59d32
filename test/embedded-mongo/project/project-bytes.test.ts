import { describe, expect, it } from '@jest/globals';
import { serialize } from 'bson';
import fc from 'fast-check';
import { decodeDocument } from '../../../src/embedded-mongo/bson/decode-document.ts';
import { encodeDocument } from '../../../src/embedded-mongo/bson/encode-document.ts';
import { applyProjection } from '../../../src/embedded-mongo/project/apply-projection.ts';
import { parseProjection } from '../../../src/embedded-mongo/project/parse-projection.ts';
import { projectBytes, selectionOf } from '../../../src/embedded-mongo/project/project-bytes.ts';
import { anyValue } from '../support/any-value.ts';
import { docOf, literalOf } from '../support/bson-documents.ts';

const PATHS = ['a', 'b', 'a.a', 'a.b', 'a.b.a', 'b.1', 'b.constructor.a', '_id.a', 'missing'];
const apart = (paths: readonly string[]) =>
  paths.filter((path) => !paths.some((other) => other !== path && path.startsWith(`${other}.`)));

const anyProjection = fc
  .record({
    paths: fc.uniqueArray(fc.constantFrom(...PATHS), { maxLength: 4 }).map(apart),
    kept: fc.boolean(),
    id: fc.constantFrom(undefined, true, false),
  })
  .filter(({ paths, id }) => id === undefined || !paths.includes('_id.a'))
  .map(({ paths, kept, id }) => ({
    ...Object.fromEntries(paths.map((path) => [path, kept ? 1 : 0])),
    ...(id === undefined ? {} : { _id: id }),
  }));

const anyDocument = fc
  .record({ _id: anyValue, a: anyValue, b: anyValue, c: anyValue }, { requiredKeys: ['_id'] })
  .map((literal) => Buffer.from(serialize(literal, { ignoreUndefined: false })));

function projected(bytes: Buffer, literal: Record<string, unknown>): Buffer | null {
  const selection = selectionOf(parseProjection(docOf(literal), 'find'));
  return selection && projectBytes(bytes, selection);
}

const TABLE: [string, Record<string, unknown>, Record<string, unknown>, Record<string, unknown>][] = [
  ['names with the _id', { a: 1 }, { _id: 1, a: 2, b: 3 }, { _id: 1, a: 2 }],
  ['names without the _id', { a: 1, _id: 0 }, { _id: 1, a: 2, b: 3 }, { a: 2 }],
  ['the _id alone', { _id: 1 }, { _id: 1, a: 2 }, { _id: 1 }],
  ['all but a name', { a: 0 }, { _id: 1, a: 2, b: 3 }, { _id: 1, b: 3 }],
  ['all but the _id', { _id: 0 }, { _id: 1, a: 2 }, { a: 2 }],
  ['a part of a document', { 'a.b': 1 }, { _id: 1, a: { b: 2, c: 3 } }, { _id: 1, a: { b: 2 } }],
  ['a part of what is no document', { 'a.b': 1 }, { _id: 1, a: 2 }, { _id: 1 }],
  [
    'a part of each item',
    { 'a.b': 1 },
    { _id: 1, a: [1, { b: 2, c: 3 }, [{ b: 4 }], {}] },
    { _id: 1, a: [{ b: 2 }, [{ b: 4 }], {}] },
  ],
  [
    'all but a part of each item',
    { 'a.b': 0 },
    { _id: 1, a: [1, { b: 2, c: 3 }] },
    { _id: 1, a: [1, { c: 3 }] },
  ],
];

describe('a projection copied from bytes', () => {
  it.each(TABLE)('gives %s', (_name, projection, given, wanted) => {
    const found = projected(Buffer.from(serialize(given)), projection);
    expect(found).toEqual(Buffer.from(serialize(wanted)));
  });

  it('gives byte for byte what the projection of values gives', () => {
    fc.assert(
      fc.property(anyDocument, anyProjection, (bytes, literal) => {
        const plain = applyProjection(parseProjection(docOf(literal), 'find'), decodeDocument(bytes));
        expect(projected(bytes, literal)).toEqual(encodeDocument(plain));
      }),
      { numRuns: 500 },
    );
  });

  it('numbers the items of a list anew, whatever they were called', () => {
    // Twelve items whose names are empty: shorter than any number.
    const nameless = Buffer.concat(Array.from({ length: 12 }, () => Buffer.from([0x03, 0, 5, 0, 0, 0, 0])));
    const list = Buffer.concat([Buffer.alloc(4), nameless, Buffer.from([0])]);
    list.writeInt32LE(list.length);
    const doc = Buffer.concat([Buffer.alloc(4), Buffer.from([0x04, 0x61, 0]), list, Buffer.from([0])]);
    doc.writeInt32LE(doc.length);
    expect(literalOf(decodeDocument(projected(doc, { 'a.b': 1 }) ?? Buffer.alloc(0)))).toEqual({
      a: Array(12).fill({}),
    });
  });

  it.each([
    { a: { $slice: 1 } },
    { a: { $elemMatch: { b: 1 } } },
    { 'a.$': 1 },
    { a: '$b' },
    { 'a.b': { $add: [1, 2] } },
  ])('leaves %j to the projection of values', (literal) => {
    expect(projected(Buffer.from(serialize({ _id: 1 })), literal)).toBeNull();
  });
});
