import { Decimal128, Long } from 'bson';
import fc from 'fast-check';
import { anyValue } from './any-value.ts';

const operators = [
  ...['$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$in', '$nin', '$all', '$elemMatch', '$size', '$mod'],
  ...['$exists', '$type', '$regex', '$options', '$not', '$and', '$or', '$nor', '$expr', '$where'],
  ...['$set', '$unset', '$inc', '$mul', '$min', '$max', '$rename', '$setOnInsert', '$currentDate', '$push'],
  ...['$addToSet', '$pull', '$pullAll', '$pop', '$each', '$slice', '$sort', '$position', '$bit'],
  ...['$match', '$skip', '$limit', '$project', '$addFields', '$group', '$count', '$unwind', '$lookup'],
  ...['$sum', '$avg', '$first', '$last', '$cond', '$switch', '$map', '$filter', '$reduce', '$let', '$add'],
  ...['$concat', '$substrCP', '$split', '$dateToString', '$toInt', '$toDate', '$mergeObjects', '$noSuch'],
];
const names = fc.oneof(
  fc.constantFrom(
    'a',
    'b',
    'a.b',
    'a.0',
    'a.$',
    'a.$[]',
    'a.$[x]',
    'a.',
    '',
    '.',
    '_id',
    'input',
    'as',
    'in',
  ),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'a.__proto__',
    '$',
    '$$',
    'branches',
    'vars',
    'cond',
  ),
  fc.constantFrom(...operators),
);
const text = fc.oneof(
  fc.constantFrom('$a', '$$ROOT', '$$this', '$$none', '$', '$a.', 'x', '(', '[', '(a+)+b', '\\', '%Y'),
  fc.string({ maxLength: 5 }),
);

/** Documents that look like filters, updates and stages, but are mostly mistakes. */
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    anyValue,
    text,
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.array(fc.tuple(names, tie('tree')), { maxLength: 3 }).map((fields) => new Map(fields)),
  ),
}));
const single = fc.tuple(fc.constantFrom(...operators), tree).map((field) => new Map([field]));
const entries = fc.tuple(names, fc.oneof(tree, single));
const doc = fc.array(entries, { maxLength: 3 }).map((fields) => new Map(fields));
const stages = [
  '$match',
  '$project',
  '$addFields',
  '$group',
  '$sort',
  '$unwind',
  '$unset',
  '$count',
  '$noSuch',
];
const stage = fc.tuple(fc.constantFrom(...stages), fc.oneof({ weight: 5, arbitrary: doc }, tree));
const group = doc.map((fields) => new Map([['$group', new Map([['_id', '$a'], ...fields])]]));
const pipeline = fc.array(
  fc.oneof(
    group,
    stage.map((field) => new Map([field])),
  ),
  { maxLength: 3 },
);

const command = (head: string, fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ [head]: fc.oneof({ weight: 9, arbitrary: fc.constant('fuzz') }, tree), ...fields });

const cursorId = fc.oneof(
  fc.constantFrom(NaN, Infinity, -Infinity, 1.5, 7, Long.fromNumber(7), new Decimal128('NaN')),
  tree,
);

/** Commands that a broken or hostile client may send after signing in. */
export const anyCommand: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  command('find', { filter: doc, sort: doc, projection: doc, limit: fc.oneof(fc.constant(2), tree) }),
  command('find', { filter: doc }),
  command('insert', { documents: fc.array(fc.oneof(doc, tree), { maxLength: 2 }) }),
  command('update', {
    updates: fc.array(fc.record({ q: doc, u: doc, upsert: fc.boolean() }), { maxLength: 2 }),
  }),
  command('update', {
    updates: fc.tuple(fc.record({ q: doc, u: tree, arrayFilters: fc.array(doc), multi: tree })),
  }),
  command('delete', {
    deletes: fc.array(fc.record({ q: doc, limit: fc.constantFrom(0, 1) }), { maxLength: 1 }),
  }),
  command('findAndModify', { query: doc, update: doc, fields: doc, new: fc.boolean() }),
  command('aggregate', { pipeline, cursor: fc.constant({}) }),
  command('distinct', { key: fc.oneof(names, tree), query: doc }),
  command('count', { query: doc, skip: tree }),
  command('createIndexes', { indexes: fc.array(fc.record({ key: doc, name: names }), { maxLength: 1 }) }),
  command('explain', { verbosity: tree }),
  fc.record({ explain: fc.record({ find: fc.constant('fuzz'), filter: doc, sort: doc }) }),
  fc.record({ getMore: cursorId, collection: fc.oneof(fc.constant('fuzz'), tree), batchSize: tree }),
  command('killCursors', { cursors: fc.array(cursorId, { maxLength: 2 }) }),
);
