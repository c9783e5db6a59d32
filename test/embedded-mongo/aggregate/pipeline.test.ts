import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Long, type Document } from 'bson';
import { firstBatch, openTestStore, type TestStore } from '../support/test-store.ts';

let opened: TestStore;
beforeAll(async () => {
  opened = openTestStore();
  const documents = [
    { _id: 1, g: 'a', n: 1, tags: ['x', 'y'], at: new Date('2026-03-04T05:06:07.008Z') },
    { _id: 2, g: 'b', n: 2.5, tags: [] },
    { _id: 3, g: 'a', n: 3, nested: [{ v: 1 }, { v: 2 }] },
    { _id: 4, g: 'b' },
  ];
  await opened.run({ insert: 'rows', documents });
});
afterAll(() => opened.close());

const aggregate = (pipeline: Document[]): Promise<Document> =>
  opened.run({ aggregate: 'rows', pipeline, cursor: {} });

describe('A pipeline', () => {
  it.each<[string, Document[], Document[]]>([
    ['$match and $count', [{ $match: { g: 'a' } }, { $count: 'n' }], [{ n: 2 }]],
    ['$count of nothing', [{ $match: { g: 'z' } }, { $count: 'n' }], []],
    [
      '$group with every accumulator',
      [
        {
          $group: {
            _id: '$g',
            sum: { $sum: '$n' },
            avg: { $avg: '$n' },
            min: { $min: '$n' },
            max: { $max: '$n' },
            first: { $first: '$_id' },
            last: { $last: '$_id' },
            all: { $push: '$n' },
            set: { $addToSet: '$g' },
            count: { $count: {} },
          },
        },
        { $sort: { _id: 1 } },
      ],
      [
        { _id: 'a', sum: 4, avg: 2, min: 1, max: 3, first: 1, last: 3, all: [1, 3], set: ['a'], count: 2 },
        {
          _id: 'b',
          sum: 2.5,
          avg: 2.5,
          min: 2.5,
          max: 2.5,
          first: 2,
          last: 4,
          all: [2.5],
          set: ['b'],
          count: 2,
        },
      ],
    ],
    ['$group of nothing', [{ $match: { g: 'z' } }, { $group: { _id: null, n: { $sum: 1 } } }], []],
    [
      '$sort, $skip, $limit',
      [{ $sort: { n: -1 } }, { $skip: 1 }, { $limit: 2 }, { $project: { _id: 1 } }],
      [{ _id: 2 }, { _id: 1 }],
    ],
    [
      '$limit before $sort',
      [{ $limit: 2 }, { $sort: { _id: -1 } }, { $project: { _id: 1 } }],
      [{ _id: 2 }, { _id: 1 }],
    ],
    ['$unwind', [{ $unwind: '$tags' }, { $project: { _id: 0, tags: 1 } }], [{ tags: 'x' }, { tags: 'y' }]],
    [
      '$unwind that keeps empty ones',
      [
        { $match: { _id: { $lte: 2 } } },
        { $unwind: { path: '$tags', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' } },
        { $project: { tags: 1 } },
      ],
      [{ _id: 1, tags: 'x' }, { _id: 1, tags: 'y' }, { _id: 2 }],
    ],
    [
      '$unwind with the position in a nested field',
      [
        { $match: { _id: 3 } },
        { $unwind: { path: '$nested', includeArrayIndex: 'nested.at' } },
        { $project: { _id: 0, nested: 1 } },
      ],
      [{ nested: { v: 1, at: Long.fromNumber(0) } }, { nested: { v: 2, at: Long.fromNumber(1) } }],
    ],
    [
      '$addFields and $unset',
      [
        { $match: { _id: 3 } },
        { $addFields: { 'nested.w': '$n', m: { $add: ['$n', 1] } } },
        { $unset: ['n', 'g'] },
      ],
      [
        {
          _id: 3,
          nested: [
            { v: 1, w: 3 },
            { v: 2, w: 3 },
          ],
          m: 4,
        },
      ],
    ],
    [
      '$project with paths through arrays',
      [{ $match: { _id: 3 } }, { $project: { _id: 0, v: '$nested.v' } }],
      [{ v: [1, 2] }],
    ],
    ['$set with $$REMOVE', [{ $match: { _id: 4 } }, { $set: { g: '$$REMOVE' } }], [{ _id: 4 }]],
  ])('answers %s as documented', async (_name, pipeline, result) => {
    expect(firstBatch(await aggregate(pipeline))).toEqual(result);
  });

  it.each<[unknown, unknown]>([
    [{ $add: [1, 2, 0.5] }, 3.5],
    [{ $subtract: [5, 2] }, 3],
    [{ $multiply: [2, 3] }, 6],
    [{ $divide: [1, 4] }, 0.25],
    [{ $mod: [-7, 3] }, -1],
    [{ $abs: -3 }, 3],
    [{ $ceil: 1.2 }, 2],
    [{ $floor: -1.2 }, -2],
    [{ $round: [2.5] }, 2],
    [{ $round: [1.255, 2] }, 1.25],
    [{ $trunc: -1.9 }, -1],
    [{ $add: [null, 1] }, null],
    [{ $toDate: '2020-07' }, new Date('2020-07-01T00:00:00Z')],
    [{ $toDate: '2020-07-13' }, new Date('2020-07-13T00:00:00Z')],
    [{ $toDate: '2020-07-13T14:30:57.123+0500' }, new Date('2020-07-13T09:30:57.123Z')],
    [{ $cond: [{ $gt: ['$n', 0] }, 'yes', 'no'] }, 'yes'],
    [{ $cond: { if: false, then: 1, else: 2 } }, 2],
    [{ $ifNull: ['$missing', 'none'] }, 'none'],
    [{ $switch: { branches: [{ case: false, then: 1 }], default: 2 } }, 2],
    [{ $and: [1, '$missing'] }, false],
    [{ $or: [0, 'x'] }, true],
    [{ $not: [0] }, true],
    [{ $cmp: [1, 2] }, -1],
    [{ $eq: ['$n', 1] }, true],
    [{ $size: '$tags' }, 2],
    [{ $arrayElemAt: ['$tags', -1] }, 'y'],
    [{ $first: '$tags' }, 'x'],
    [{ $slice: ['$tags', 1, 5] }, ['y']],
    [{ $in: ['x', '$tags'] }, true],
    [{ $concatArrays: ['$tags', ['z']] }, ['x', 'y', 'z']],
    [{ $filter: { input: '$tags', as: 't', cond: { $eq: ['$$t', 'y'] } } }, ['y']],
    [{ $map: { input: '$tags', in: { $concat: ['$$this', '!'] } } }, ['x!', 'y!']],
    [{ $reduce: { input: [1, 2, 3], initialValue: 0, in: { $add: ['$$value', '$$this'] } } }, 6],
    [
      {
        $setUnion: [
          [1, 2],
          [2, 3],
        ],
      },
      [1, 2, 3],
    ],
    [
      {
        $setIntersection: [
          [1, 2],
          [2, 3],
        ],
      },
      [2],
    ],
    [{ $let: { vars: { x: 2 }, in: { $multiply: ['$$x', '$n'] } } }, 2],
    [{ $concat: ['a', 'b'] }, 'ab'],
    [{ $toUpper: 'aé' }, 'Aé'],
    [{ $substrCP: ['😀bc', 0, 2] }, '😀b'],
    [{ $strLenCP: '😀b' }, 2],
    [{ $indexOfCP: ['abc', 'c'] }, 2],
    [{ $split: ['a-b', '-'] }, ['a', 'b']],
    [{ $trim: { input: ' a ' } }, 'a'],
    [{ $regexMatch: { input: 'Abc', regex: '^a', options: 'i' } }, true],
    [{ $toString: 5 }, '5'],
    [{ $toInt: '5' }, 5],
    [{ $type: '$missing' }, 'missing'],
    [{ $mergeObjects: [{ a: 1 }, { b: 2 }] }, { a: 1, b: 2 }],
    [{ $objectToArray: { a: 1 } }, [{ k: 'a', v: 1 }]],
    [{ $arrayToObject: [[['a', 1]]] }, { a: 1 }],
    [{ $year: '$at' }, 2026],
    [{ $dayOfWeek: '$at' }, 4],
    [{ $dateToString: { date: '$at', format: '%Y-%m-%d %H:%M:%S.%L' } }, '2026-03-04 05:06:07.008'],
    [{ $literal: '$n' }, '$n'],
  ])('evaluates %j to %j', async (expression, value) => {
    const reply = await aggregate([{ $match: { _id: 1 } }, { $project: { _id: 0, value: expression } }]);
    expect(firstBatch(reply)).toEqual([{ value }]);
  });

  it.each<[Document[], number]>([
    [[{ $project: {} }], 51272],
    [[{ $project: 1 }], 15969],
    [[{ $project: { a: 1, b: 0 } }], 31254],
    [[{ $project: { a: 0, b: 1 } }], 31253],
    [[{ $project: { a: 1, 'a.b': 1 } }], 31249],
    [[{ $project: { 'a.b': 1, a: 1 } }], 31250],
    [[{ $limit: 0 }], 15958],
    [[{ $limit: -1 }], 5107201],
    [[{ $skip: -1 }], 5107200],
    [[{ $unset: 5 }], 31002],
    [[{ $unset: '' }], 40352],
    [[{ $group: { n: { $sum: 1 } } }], 15955],
    [[{ $group: { _id: null, n: { $median: 1 } } }], 15952],
    [[{ $group: { _id: null, n: 1 } }], 40234],
    [[{ $group: { _id: null, n: { $sum: 1, $avg: 1 } } }], 40238],
    [[{ $unwind: 'tags' }], 28818],
    [[{ $unwind: {} }], 28812],
    [[{ $unwind: { path: '$tags', what: 1 } }], 28811],
    [[{ $unwind: { path: '$tags', includeArrayIndex: 5 } }], 28810],
    [[{ $unwind: { path: '$tags', includeArrayIndex: '$i' } }], 28822],
    [[{ $noStage: 1 }], 40324],
    [[{ $match: {}, $sort: { a: 1 } }], 40323],
    [[{ $project: { a: { $divide: [1, 0] } } }], 2],
    [[{ $project: { a: { $filter: { input: [], what: 1, cond: 1 } } } }], 28647],
    [[{ $match: { g: 'none' } }, { $project: { a: '$$unknown' } }], 17276],
    [[{ $project: { a: '$g.' } }], 40353],
    [[{ $project: { a: { $cmp: [1] } } }], 16020],
    [[{ $project: { a: { $slice: [[1]] } } }], 28667],
    [[{ $project: { a: { $switch: 1 } } }], 40060],
    [[{ $project: { a: { $switch: { branches: 1 } } } }], 40061],
    [[{ $project: { a: { $switch: { branches: [1] } } } }], 40062],
    [[{ $project: { a: { $switch: { branches: [{ what: 1 }] } } } }], 40063],
    [[{ $project: { a: { $switch: { branches: [{ then: 1 }] } } } }], 40064],
    [[{ $project: { a: { $switch: { branches: [{ case: 1 }] } } } }], 40065],
    [[{ $project: { a: { $switch: { branches: [{ case: false, then: 1 }] } } } }], 40066],
    [[{ $project: { a: { $switch: { branches: [], what: 1 } } } }], 40067],
    [[{ $project: { a: { $switch: { branches: [] } } } }], 40068],
    [[{ $project: { a: '$$ROOT.g..x' } }], 15998],
    [[{ $project: { a: { $slice: ['text', 1] } } }], 28724],
    [[{ $project: { a: { $toInt: 'abc' } } }], 241],
    [[{ $project: { a: { $toDate: 5 } } }], 241],
    [[{ $project: { a: { $objectToArray: 5 } } }], 40390],
    [[{ $project: { a: { $arrayToObject: 'x' } } }], 40386],
  ])('%j is refused with code %i', async (pipeline, code) => {
    expect(await aggregate(pipeline)).toMatchObject({ ok: 0, code });
  });

  it('gives errors that MongoDB numbers without a name the name that drivers expect', async () => {
    expect(await aggregate([{ $noStage: 1 }])).toMatchObject({ codeName: 'Location40324' });
    expect(await aggregate([{ $project: { a: { $toInt: 'abc' } } }])).toMatchObject({
      codeName: 'ConversionFailure',
    });
  });
});
