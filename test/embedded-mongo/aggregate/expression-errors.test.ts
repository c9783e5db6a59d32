import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Decimal128, Long, type Document } from 'bson';
import { firstBatch, openTestStore } from '../support/test-store.ts';

const { run, close } = openTestStore();
afterAll(close);
beforeAll(() =>
  run({ insert: 'rows', documents: [{ _id: 1, list: [1, 2], text: 'ab', at: new Date(0), doc: { p: 1 } }] }),
);

const project = (expression: unknown): Promise<Document> =>
  run({ aggregate: 'rows', pipeline: [{ $project: { _id: 0, r: expression } }], cursor: {} });

describe('An expression that meets the wrong kind of value is refused with the number MongoDB has for it', () => {
  it.each<[string, unknown, number]>([
    ['a second date', { $add: ['$at', '$at'] }, 16612],
    ['a text in a sum', { $add: [1, 'x'] }, 14],
    ['a rest by zero', { $mod: [1, 0] }, 16610],
    ['a rest of a text', { $mod: ['x', 1] }, 16611],
    ['the size of a text', { $abs: 'x' }, 28765],
    ['the size of the lowest long', { $abs: Long.MIN_VALUE }, 28680],
    ['the root of a negative number', { $sqrt: -1 }, 28714],
    ['the root of a decimal', { $sqrt: Decimal128.fromString('2') }, 2],
    ['a decimal to a power', { $pow: [Decimal128.fromString('2'), 2] }, 2],
    ['a decimal as power', { $pow: [2, Decimal128.fromString('0.5')] }, 2],
    ['a power of a text', { $pow: ['x', 1] }, 28762],
    ['a text as power', { $pow: [1, 'x'] }, 28763],
    ['a negative power of zero', { $pow: [0, -1] }, 28764],
    ['rounding a text', { $round: 'x' }, 51081],
    ['rounding at half a place', { $round: [1.5, 1.5] }, 51082],
    ['rounding at place 101', { $round: [1.5, 101] }, 51083],
    ['rounding beyond 64 bits', { $round: [Long.MAX_VALUE, -1] }, 51080],
    ['joining a number', { $concat: ['a', 1] }, 16702],
    ['a document as text', { $toUpper: '$doc' }, 16007],
    ['the length of null', { $strLenCP: null }, 34471],
    ['a part from a text on', { $substrCP: ['abc', 'x', 1] }, 34450],
    ['a part from before the start', { $substrCP: ['abc', -1, 1] }, 34455],
    ['a part of negative length', { $substrCP: ['abc', 0, -1] }, 34454],
    ['searching in a number', { $indexOfCP: [1, 'a'] }, 40093],
    ['searching for a number', { $indexOfCP: ['a', 1] }, 40094],
    ['searching from a negative place', { $indexOfCP: ['a', 'a', -1] }, 40097],
    ['splitting a number', { $split: [1, 'a'] }, 40085],
    ['splitting by a number', { $split: ['a', 1] }, 40086],
    ['splitting by nothing', { $split: ['a', ''] }, 40087],
    ['trimming a number', { $trim: { input: 1 } }, 50699],
    ['trimming by a number', { $trim: { input: 'a', chars: 1 } }, 50700],
    ['trimming without an input', { $trim: {} }, 50695],
    ['a pattern on a number', { $regexMatch: { input: 1, regex: 'a' } }, 51104],
    ['a number as pattern', { $regexMatch: { input: 'a', regex: 1 } }, 51105],
    ['options in two places', { $regexMatch: { input: 'a', regex: /a/i, options: 'm' } }, 51107],
    ['an open group', { $regexMatch: { input: 'a', regex: '(' } }, 51111],
    ['the number of elements of a text', { $size: 'x' }, 17124],
    ['an element of a text', { $arrayElemAt: ['x', 0] }, 28689],
    ['an element at a text', { $arrayElemAt: ['$list', 'x'] }, 28690],
    ['an element at a half', { $arrayElemAt: ['$list', 0.5] }, 28691],
    ['looking in a text', { $in: [1, 'x'] }, 40081],
    ['joining a text to an array', { $concatArrays: ['$list', 'x'] }, 28664],
    ['a slice of nothing', { $slice: ['$list', 0, 0] }, 28729],
    ['a filtered text', { $filter: { input: 'x', cond: true } }, 28651],
    ['a filter up to none', { $filter: { input: '$list', cond: true, limit: 0 } }, 327392],
    ['a mapped text', { $map: { input: 'x', in: 1 } }, 16883],
    ['a map without its input', { $map: { in: 1 } }, 16880],
    ['a reduced text', { $reduce: { input: 'x', initialValue: 0, in: 1 } }, 40080],
    ['$let without its body', { $let: { vars: {} } }, 16877],
    ['a variable with a capital', { $let: { vars: { X: 1 }, in: 1 } }, 9],
    ['whether null holds anything true', { $anyElementTrue: [null] }, 17041],
    ['whether null is a part', { $setIsSubset: [null, '$list'] }, 17046],
    ['the difference from a text', { $setDifference: ['$list', 'x'] }, 17049],
    ['merging a number', { $mergeObjects: [{ a: 1 }, 1] }, 40400],
    ['pairs of three', { $arrayToObject: [[['a', 1, 2]]] }, 40397],
    ['a pair whose name is a number', { $arrayToObject: [[[1, 1]]] }, 40395],
    ['a number as condition without branches', { $cond: 5 }, 16020],
    ['a condition without else', { $cond: { if: 1, then: 1 } }, 17082],
    ['one operand of $ifNull', { $ifNull: [1] }, 1257300],
    ['the year of a number', { $year: 5 }, 16006],
    ['a date in an unknown form', { $year: { date: '$at', x: 1 } }, 40535],
    ['a format that ends half-way', { $dateToString: { date: '$at', format: '%' } }, 18535],
    ['an unknown letter in a format', { $dateToString: { date: '$at', format: '%q' } }, 18536],
    ['two operators in one', { $add: [1], $abs: 1 }, 15983],
    ['a dot in a name', [{ 'b.c': 1 }], 16412],
  ])('%s', async (_what, expression, code) => {
    expect(await project(expression)).toMatchObject({ ok: 0, code });
  });

  it.each<[string, Document, number]>([
    ['$match of a number', { $match: 1 }, 15959],
    ['$sort of a number', { $sort: 1 }, 15973],
    ['$sort by nothing', { $sort: {} }, 15976],
    ['$sort in a third direction', { $sort: { a: 2 } }, 15975],
    ['$count without a name', { $count: '' }, 40157],
    ['$count with a dot', { $count: 'a.b' }, 40160],
    ['$addFields of a number', { $addFields: 1 }, 40272],
    ['$unset of nothing', { $unset: [] }, 31119],
    ['$unwind of a number', { $unwind: 1 }, 15981],
    ['$unwind that keeps by a number', { $unwind: { path: '$list', preserveNullAndEmptyArrays: 1 } }, 28809],
    ['$group of a number', { $group: 1 }, 15947],
    ['$group with a dot in a name', { $group: { _id: 1, 'a.b': { $sum: 1 } } }, 40235],
    ['an accumulator of two', { $group: { _id: 1, n: { $sum: [1, 2] } } }, 40237],
  ])('%s', async (_what, stage, code) => {
    const reply = await run({ aggregate: 'rows', pipeline: [{ $limit: 1 }, stage], cursor: {} });
    expect(reply).toMatchObject({ ok: 0, code });
  });

  it.each<[string, unknown, unknown]>([
    ['stops at the first null', { $concat: ['a', null, 1] }, null],
    [
      'gives numbers and dates a text',
      [{ $toUpper: 5 }, { $toLower: '$at' }],
      ['5', '1970-01-01t00:00:00.000z'],
    ],
    ['searches between two places', { $indexOfArray: [[1, 2, 1], 1, 1, 3] }, 2],
    ['finds in a text from a place on', { $indexOfCP: ['aba', 'a', 1] }, 2],
    ['keeps whole powers exact', { $pow: [3, 39] }, Long.fromString('4052555153018976267')],
    [
      'takes the rest of decimals',
      { $mod: [Decimal128.fromString('1.10'), 1] },
      Decimal128.fromString('0.10'),
    ],
    ['is null for a date that is not there', { $dateToString: { date: '$none' } }, null],
    ['trims nothing by null', { $trim: { input: ' a', chars: null } }, null],
  ])('an operator %s', async (_what, expression, result) => {
    expect(firstBatch(await project(expression))).toEqual([{ r: result }]);
  });

  it('sums doubles without losing digits, and decimals as decimals', async () => {
    const values = [0.1, 0.2, 0.3];
    await run({ insert: 'sums', documents: values.map((d) => ({ d, m: Decimal128.fromString('0.1') })) });
    const pipeline = [{ $group: { _id: null, d: { $sum: '$d' }, avg: { $avg: '$m' } } }];
    const reply = await run({ aggregate: 'sums', pipeline, cursor: {} });
    expect(firstBatch(reply)).toEqual([{ _id: null, d: 0.6, avg: Decimal128.fromString('0.1') }]);
  });
});
