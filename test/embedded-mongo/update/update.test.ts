import { describe, expect, it } from '@jest/globals';
import { Decimal128, Double, Int32, Long, serialize, type Document } from 'bson';
import { CommandError } from '../../../src/embedded-mongo/command-error.ts';
import { encodeDocument } from '../../../src/embedded-mongo/bson/encode-document.ts';
import { applyUpdate } from '../../../src/embedded-mongo/update/apply-update.ts';
import { parseUpdate } from '../../../src/embedded-mongo/update/parse-update.ts';
import { docOf, valueOf } from '../support/bson-documents.ts';

const NOW = new Date('2026-01-02T03:04:05Z');

function update(
  doc: Document,
  change: Document,
  arrayFilters?: Document[],
  position: number | null = null,
): Buffer {
  const plan = parseUpdate(docOf(change), arrayFilters === undefined ? undefined : valueOf(arrayFilters));
  return encodeDocument(applyUpdate(plan, docOf(doc), position, { now: NOW, inserting: false }));
}

const cases: [Document, Document, Document][] = [
  [{ a: 1 }, { $set: { a: 2, 'b.c': 3 } }, { a: 2, b: { c: 3 } }],
  [
    {},
    { $set: { b: 1, a: 2, 10: 'x', 9: 'y' } },
    new Map<string, unknown>([
      ['9', 'y'],
      ['10', 'x'],
      ['a', 2],
      ['b', 1],
    ]),
  ],
  [{ a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
  [{ a: [{ x: 1 }] }, { $set: { 'a.0.y': 2 } }, { a: [{ x: 1, y: 2 }] }],
  [{ a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
  [{ a: { $x: 1 } }, { $set: { 'a.$x': 2, 'a.$*': 3 } }, { a: { $x: 2, '$*': 3 } }],
  [{ $x: 1, b: 2 }, { $unset: { $x: 1 } }, { b: 2 }],
  [{}, { $addToSet: { a: { k: 1, $each: [1] } } }, { a: [{ k: 1, $each: [1] }] }],
  [{ a: [1, 2, 3] }, { $unset: { 'a.1': 1 } }, { a: [1, null, 3] }],
  [{ a: 1 }, { $inc: { a: 2 } }, { a: 3 }],
  [{ a: 2147483647 }, { $inc: { a: 1 } }, { a: Long.fromString('2147483648') }],
  [{ a: 1 }, { $inc: { a: 0.5 } }, { a: 1.5 }],
  [
    { a: Long.fromString('9007199254740993') },
    { $inc: { a: 1 } },
    { a: Long.fromString('9007199254740994') },
  ],
  [
    { a: Decimal128.fromString('0.1') },
    { $inc: { a: Decimal128.fromString('0.2') } },
    { a: Decimal128.fromString('0.3') },
  ],
  [{ a: Decimal128.fromString('1.10') }, { $inc: { a: 1 } }, { a: Decimal128.fromString('2.10') }],
  [{}, { $inc: { a: 5 } }, { a: 5 }],
  [{ a: 3 }, { $mul: { a: 2 } }, { a: 6 }],
  [{}, { $mul: { a: 2 } }, { a: 0 }],
  [{}, { $mul: { a: new Double(2) } }, { a: new Double(0) }],
  [{ a: 5 }, { $min: { a: 3 } }, { a: 3 }],
  [{ a: 5 }, { $min: { a: 'x' } }, { a: 5 }],
  [{ a: 5 }, { $max: { a: 'x' } }, { a: 'x' }],
  [{}, { $max: { a: 1 } }, { a: 1 }],
  [{ a: 1 }, { $rename: { a: 'b.c' } }, { b: { c: 1 } }],
  [{ a: 1 }, { $rename: { x: 'y' } }, { a: 1 }],
  [{ a: 1, b: 2 }, { $rename: { a: 'b' } }, { b: 1 }],
  [{ a: 1 }, { $setOnInsert: { b: 1 } }, { a: 1 }],
  [{ a: 1 }, { $currentDate: { at: true } }, { a: 1, at: NOW }],
  [{ a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
  [{}, { $push: { a: 2 } }, { a: [2] }],
  [{ a: [1] }, { $push: { a: [2, 3] } }, { a: [1, [2, 3]] }],
  [{ a: [1, 4] }, { $push: { a: { $each: [2, 3], $position: 1 } } }, { a: [1, 2, 3, 4] }],
  [{ a: [1, 2, 3] }, { $push: { a: { $each: [9], $position: -1 } } }, { a: [1, 2, 9, 3] }],
  [{ a: [3, 1] }, { $push: { a: { $each: [2], $sort: 1, $slice: 2 } } }, { a: [1, 2] }],
  [{ a: [3, 1] }, { $push: { a: { $each: [2], $sort: -1, $slice: -2 } } }, { a: [2, 1] }],
  [
    { a: [{ x: 2 }, { x: 1 }] },
    { $push: { a: { $each: [], $sort: { x: 1 } } } },
    { a: [{ x: 1 }, { x: 2 }] },
  ],
  [{ a: [1] }, { $addToSet: { a: new Double(1) } }, { a: [1] }],
  [
    { a: [{ x: 1, y: 2 }] },
    { $addToSet: { a: { y: 2, x: 1 } } },
    {
      a: [
        { x: 1, y: 2 },
        { y: 2, x: 1 },
      ],
    },
  ],
  [{ a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
  [{ a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  [{ a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
  [{ a: [{ x: 1, y: 1 }, { x: 2 }] }, { $pull: { a: { x: 1 } } }, { a: [{ x: 2 }] }],
  [{ a: ['ab', 'c'] }, { $pull: { a: /^a/ } }, { a: ['c'] }],
  [{ a: [1, 2, 3] }, { $pull: { a: { $in: [1, 3] } } }, { a: [2] }],
  [{ b: 1 }, { $pull: { a: 1 } }, { b: 1 }],
  [{ a: [1, 2, 1] }, { $pullAll: { a: [1] } }, { a: [2] }],
  [{ a: [1, 2] }, { $pop: { a: 1 } }, { a: [1] }],
  [{ a: [1, 2] }, { $pop: { a: -1 } }, { a: [2] }],
  [{ _id: 1, a: 1 }, { b: 2 }, { _id: 1, b: 2 }],
  [{ a: { c: 2, b: 1 } }, { $set: { 'a.b': 3 } }, { a: { c: 2, b: 3 } }],
];

describe('An update', () => {
  it.each(cases)('of %j by %j gives %j', (doc, change, result) => {
    expect(update(doc, change).toString('hex')).toBe(Buffer.from(serialize(result)).toString('hex'));
  });

  it.each<[Document, Document, Document[] | undefined, number | null, Document]>([
    [{ a: [1, 2] }, { $set: { 'a.$': 9 } }, undefined, 1, { a: [1, 9] }],
    [{ a: [{ x: 1 }, { x: 2 }] }, { $set: { 'a.$.x': 9 } }, undefined, 0, { a: [{ x: 9 }, { x: 2 }] }],
    [{ a: [1, 2] }, { $inc: { 'a.$[]': 1 } }, undefined, null, { a: [2, 3] }],
    [{ a: [1, 5] }, { $set: { 'a.$[big]': 0 } }, [{ big: { $gte: 5 } }], null, { a: [1, 0] }],
    [
      {
        a: [
          { x: 1, y: [1, 2] },
          { x: 2, y: [1] },
        ],
      },
      { $inc: { 'a.$[i].y.$[j]': 10 } },
      [{ 'i.x': 1 }, { j: 2 }],
      null,
      {
        a: [
          { x: 1, y: [1, 12] },
          { x: 2, y: [1] },
        ],
      },
    ],
  ])('of %j by %j with filters %j at %p gives %j', (doc, change, filters, position, result) => {
    expect(update(doc, change, filters, position).equals(Buffer.from(serialize(result)))).toBe(true);
  });

  it.each<[Document, Document, number]>([
    [{}, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
    [{}, { $set: { a: 1, 'a.b': 1 } }, 40],
    [{ a: 1 }, { $set: { 'a.b': 1 } }, 28],
    [{ a: 'x' }, { $inc: { a: 1 } }, 14],
    [{ a: 1 }, { $inc: { a: 'x' } }, 14],
    [{ a: Long.MAX_VALUE }, { $inc: { a: 1 } }, 2],
    [{ a: 1 }, { $push: { a: 1 } }, 2],
    [{ a: 1 }, { $pop: { a: 1 } }, 14],
    [{ a: [1] }, { $pop: { a: 2 } }, 9],
    [{ a: 1 }, { $bit: { a: { or: 1 } } }, 9],
    [{ a: 1 }, { $unknown: { a: 1 } }, 9],
    [{ a: 1 }, { $set: 1 }, 9],
    [{ a: 1 }, { $set: { a: 1 }, b: 1 }, 9],
    [{ a: 1 }, { b: 1, $set: { a: 1 } }, 52],
    [{ _id: 1 }, { $set: { _id: 2 } }, 66],
    [{ _id: 1 }, { _id: 2 }, 66],
    [{ a: [1] }, { $set: { 'a.$': 1 } }, 2],
    [{ a: 1 }, { $set: { 'a.$[]': 1 } }, 2],
    [{ a: [1] }, { $set: { 'a.$[x]': 1 } }, 2],
    [{}, { $set: { 'a..b': 1 } }, 56],
    [{}, { $set: { $x: 1 } }, 52],
    [{ a: 1 }, { $unknown: {} }, 9],
    [{ a: [[1]] }, { $set: { 'a.$.$': 1 } }, 2],
    [{ a: { b: 1 } }, { $rename: { 'a.b.c': 'x' } }, 28],
    [{ a: 1 }, { $rename: { a: 'a' } }, 2],
    [{ a: [] }, { $push: { a: { $each: 1 } } }, 2],
    [{ a: [] }, { $push: { a: { $each: [], $what: 1 } } }, 2],
    [{ a: [] }, { $set: { 'a.9999999': 1 } }, 2],
  ])('of %j by %j is refused with code %i', (doc, change, code) => {
    expect(() => update(doc, change)).toThrow(expect.objectContaining({ code }));
  });

  it('by a pipeline is refused with the remedy', () => {
    expect(() => parseUpdate(valueOf([{ $set: { a: 1 } }]), undefined)).toThrow('use MONGODB_URI');
  });

  it('refuses array filters that are unused, doubled or badly named', () => {
    const changeA = docOf({ $set: { 'a.$[x]': 1 } });
    for (const filters of [[{ y: 1 }], [{ x: 1 }, { x: 2 }], [{ X: 1 }], [{}]]) {
      expect(() => parseUpdate(changeA, valueOf(filters))).toThrow(CommandError);
    }
  });

  it('keeps int32 where the sum fits and the type of the wider number otherwise', () => {
    const typed = docOf({ a: new Int32(1) });
    expect(encodeDocument(typed).equals(update({ a: new Int32(0) }, { $inc: { a: new Int32(1) } }))).toBe(
      true,
    );
  });
});
