import { describe, expect, it } from '@jest/globals';
import { BSONRegExp, Decimal128, Double, Long, MaxKey, MinKey, type Document } from 'bson';
import { matchFilter, type Match } from '../../../src/embedded-mongo/filter/match-filter.ts';
import { parseFilter } from '../../../src/embedded-mongo/filter/parse-filter.ts';
import { docOf } from '../support/bson-documents.ts';

const matches = (filter: Document, doc: Document): boolean =>
  matchFilter(parseFilter(docOf(filter)), docOf(doc));

const yes: [Document, Document][] = [
  [{}, { a: 1 }],
  [{ a: 1 }, { a: 1 }],
  [{ a: 1 }, { a: new Double(1) }],
  [{ a: Long.fromNumber(1) }, { a: Decimal128.fromString('1.0') }],
  [{ a: 1 }, { a: [2, 1] }],
  [{ a: [1, 2] }, { a: [1, 2] }],
  [{ a: [1, 2] }, { a: [[1, 2], 3] }],
  [{ a: { x: 1 } }, { a: { x: 1 } }],
  [{ 'a.b': 1 }, { a: { b: 1 } }],
  [{ 'a.b': 1 }, { a: [{ b: 2 }, { b: 1 }] }],
  [{ 'a.0': 1 }, { a: [1, 2] }],
  [{ 'a.1.b': 1 }, { a: [0, { b: 1 }] }],
  [{ a: null }, {}],
  [{ a: null }, { a: null }],
  [{ a: { $eq: null } }, { b: 1 }],
  [{ 'a.b': null }, { a: 1 }],
  [{ 'a.b': null }, { a: [{ b: 1 }, {}] }],
  [{ a: { $ne: 1 } }, { a: [2, 3] }],
  [{ a: { $ne: 1 } }, {}],
  [{ a: { $gt: 1 } }, { a: 1.5 }],
  [{ a: { $gt: 1, $lt: 3 } }, { a: [0, 5] }],
  [{ a: { $gte: null } }, {}],
  [{ a: { $lt: 'b' } }, { a: 'a' }],
  [{ a: { $gte: new Double(NaN) } }, { a: new Double(NaN) }],
  [{ a: { $in: [1, 2] } }, { a: 2 }],
  [{ a: { $in: [/^x/, 5] } }, { a: 'xyz' }],
  [{ a: { $in: [null] } }, {}],
  [{ a: { $nin: [1] } }, {}],
  [{ a: { $exists: true } }, { a: null }],
  [{ a: { $exists: false } }, {}],
  [{ a: { $exists: 0 } }, { b: 1 }],
  [{ a: { $type: 'number' } }, { a: Long.fromNumber(1) }],
  [{ a: { $type: 16 } }, { a: 1 }],
  [{ a: { $type: 'array' } }, { a: [] }],
  [{ a: { $type: ['string', 'null'] } }, { a: null }],
  [{ a: { $type: 'int' } }, { a: ['x', 1] }],
  [{ a: /b/i }, { a: 'ABC' }],
  [{ a: { $regex: 'b', $options: 'i' } }, { a: 'ABC' }],
  [{ a: { $regex: 'a b', $options: 'x' } }, { a: 'ab' }],
  [{ a: { $regex: '^b', $options: 'm' } }, { a: 'a\nb' }],
  [{ a: new BSONRegExp('x') }, { a: new BSONRegExp('x') }],
  [{ a: { $not: /b/ } }, { a: 'x' }],
  [{ a: { $not: { $gt: 5 } } }, { a: 3 }],
  [{ a: { $not: { $gt: 5 } } }, {}],
  [{ a: { $all: [1, 2] } }, { a: [3, 2, 1] }],
  [{ a: { $all: [1] } }, { a: 1 }],
  [{ a: { $all: [{ $elemMatch: { x: 1 } }, { $elemMatch: { x: 2 } }] } }, { a: [{ x: 1 }, { x: 2 }] }],
  [
    { a: { $elemMatch: { x: 1, y: 2 } } },
    {
      a: [
        { x: 1, y: 3 },
        { x: 1, y: 2 },
      ],
    },
  ],
  [{ a: { $elemMatch: { $gt: 1, $lt: 3 } } }, { a: [0, 2] }],
  [{ a: { $elemMatch: { $or: [{ x: 1 }, { x: 2 }] } } }, { a: [{ x: 2 }] }],
  [{ a: { $elemMatch: { $nin: [1, 2] } } }, { a: [1, 3] }],
  [{ a: { $size: 2 } }, { a: [1, 2] }],
  [{ a: { $size: 0 } }, { a: [] }],
  [{ a: { $mod: [4, 0] } }, { a: 8 }],
  [{ a: { $mod: [4.9, 1] } }, { a: 5.7 }],
  [{ $and: [{ a: 1 }, { b: 2 }] }, { a: 1, b: 2 }],
  [{ $or: [{ a: 1 }, { b: 2 }] }, { b: 2 }],
  [{ $nor: [{ a: 1 }, { b: 2 }] }, { a: 2 }],
  [{ $expr: { $gt: ['$a', '$b'] } }, { a: 2, b: 1 }],
  [{ $comment: 'why', a: 1 }, { a: 1 }],
  [{ a: { $lt: new MaxKey() } }, {}],
  [{ a: { $lt: new MaxKey() } }, { a: 'x' }],
  [{ a: { $gte: new MinKey() } }, {}],
  [{ a: { $gte: new MinKey() } }, { a: new MinKey() }],
  [{ 'a.': { $exists: true } }, { a: [] }],
  [{ 'a.1.': { $exists: true } }, { a: [0, [1]] }],
  [{ a: { $elemMatch: { $id: 5 } } }, { a: [{ $ref: 'people', $id: 5 }] }],
  [{ a: { $ref: 'people', $id: 5 } }, { a: { $ref: 'people', $id: 5 } }],
  [{ __proto__x: 1 }, { __proto__x: 1 }],
];

const no: [Document, Document][] = [
  [{ a: 1 }, { a: '1' }],
  [{ a: 1 }, { a: true }],
  [{ a: [1, 2] }, { a: [2, 1] }],
  [{ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }],
  [{ 'a.b': null }, { a: [1, 2] }],
  [{ 'a.b': null }, { a: [] }],
  [{ a: null }, { a: [] }],
  [{ a: { $ne: null } }, {}],
  [{ a: { $ne: 1 } }, { a: [1, 2] }],
  [{ a: { $gt: 1 } }, { a: '2' }],
  [{ a: { $lt: 5 } }, { a: null }],
  [{ a: { $lt: 5 } }, { a: new Double(NaN) }],
  [{ a: { $gt: new Date(0) } }, { a: 5 }],
  [{ a: { $nin: [1, null] } }, {}],
  [{ a: { $in: [] } }, { a: 1 }],
  [{ a: { $all: [] } }, { a: [] }],
  [{ a: { $all: [1, 2] } }, { a: [1] }],
  [{ a: { $elemMatch: { x: 1, y: 2 } } }, { a: [{ x: 1 }, { y: 2 }] }],
  [{ a: { $elemMatch: { $gt: 1, $lt: 3 } } }, { a: 2 }],
  [{ a: { $size: 1 } }, { a: 'x' }],
  [{ a: { $type: 'long' } }, { a: 1 }],
  [{ a: { $mod: [4, 1] } }, { a: 'x' }],
  [{ a: { $not: { $gt: 5 } } }, { a: [1, 9] }],
  [{ $nor: [{ a: 1 }] }, { a: [1] }],
  [{ $expr: { $eq: ['$a', 1] } }, { a: [1] }],
  [{ a: { $gt: new MaxKey() } }, {}],
  [{ a: { $gte: new MaxKey() } }, { a: 'x' }],
  [{ a: { $lt: new MinKey() } }, {}],
  [{ 'a.': { $exists: true } }, { a: { b: 1 } }],
  [{ 'a.': { $exists: true } }, { a: 1 }],
];

describe('A filter', () => {
  it.each(yes)('%j matches %j', (filter, doc) => {
    expect(matches(filter, doc)).toBe(true);
  });

  it.each(no)('%j does not match %j', (filter, doc) => {
    expect(matches(filter, doc)).toBe(false);
  });

  it.each<[Document, number]>([
    [{ $where: 'true' }, 2],
    [{ $text: { $search: 'x' } }, 2],
    [{ a: { $near: [0, 0] } }, 2],
    [{ a: { $unknown: 1 } }, 2],
    [{ $unknown: [] }, 2],
    [{ $and: [] }, 2],
    [{ $or: [1] }, 2],
    [{ a: { $in: 1 } }, 2],
    [{ a: { $in: [{ $gt: 1 }] } }, 2],
    [{ a: { $size: -1 } }, 2],
    [{ a: { $mod: [0, 1] } }, 2],
    [{ a: { $mod: [1] } }, 2],
    [{ a: { $not: {} } }, 2],
    [{ a: { $not: 5 } }, 2],
    [{ a: { $elemMatch: 1 } }, 2],
    [{ a: { $options: 'i' } }, 2],
    [{ a: { $regex: '(' } }, 51091],
    [{ a: { $regex: 'a', $options: 'g' } }, 51108],
    [{ a: { $regex: 'x'.repeat(5000) } }, 2],
    [{ a: { $type: 'nothing' } }, 2],
    [{ a: { $gt: 1, b: 2 } }, 2],
    [{ a: { $ref: 'people' } }, 2],
    [{ $expr: { $noSuch: 1 } }, 168],
    [{ $expr: { $function: {} } }, 168],
  ])('%j is refused with code %i', (filter, code) => {
    expect(() => parseFilter(docOf(filter))).toThrow(expect.objectContaining({ code }));
  });

  it.each<[Document, Document, number | null]>([
    [{ a: 2 }, { a: [1, 2, 3] }, 1],
    [{ 'a.x': 2 }, { a: [{ x: 1 }, { x: 2 }] }, 1],
    [{ a: { $elemMatch: { x: 2 } } }, { a: [{ x: 1 }, { x: 2 }] }, 1],
    [{ a: 1, b: 5 }, { a: [1, 2], b: [4, 5] }, 1],
    [{ a: { $ne: 9 } }, { a: [1, 2] }, null],
    [{ a: 2, b: { $ne: 9 } }, { a: [1, 2], b: [1] }, 1],
    [{ a: { $not: { $gt: 5 } } }, { a: [1] }, null],
    [{ $nor: [{ a: 9 }] }, { a: [1] }, null],
  ])('%j on %j leaves the positional operator at %p', (filter, doc, position) => {
    const match: Match = { position: null };
    expect(matchFilter(parseFilter(docOf(filter)), docOf(doc), match)).toBe(true);
    expect(match.position).toBe(position);
  });

  it('gives up on a hopeless regular expression instead of blocking', () => {
    const started = performance.now();
    expect(() => matches({ a: { $regex: '^(a+)+$' } }, { a: `${'a'.repeat(40)}!` })).toThrow('took longer');
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('sees a field named __proto__ like any other', () => {
    const filter = new Map([['__proto__', 1]]);
    expect(matchFilter(parseFilter(docOf(filter)), docOf(new Map([['__proto__', 1]])))).toBe(true);
    expect(matchFilter(parseFilter(docOf(filter)), docOf({}))).toBe(false);
  });
});
