import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Document } from 'bson';
import fc from 'fast-check';
import { compareSortKeys, parseSort, sortKeyOf } from '../../../src/embedded-mongo/query/sort-documents.ts';
import { docOf } from '../support/bson-documents.ts';
import { firstBatch, openTestStore, type TestStore } from '../support/test-store.ts';

const small = fc.constantFrom<unknown>(0, 1, 2, 2.5, 'a', 'ab', 'b', null, true, undefined);
const nested = fc.oneof(
  small,
  fc.array(fc.oneof(small, fc.record({ x: small }, { requiredKeys: [] })), { maxLength: 3 }),
  fc.record({ x: small }, { requiredKeys: [] }),
);
const document = fc.record({ a: nested, b: nested, c: small }, { requiredKeys: [] });

const field = fc.constantFrom('a', 'b', 'c', 'a.x', 'b.x');
const operand = fc.oneof(
  small.filter((value) => value !== undefined),
  fc.array(
    small.filter((value) => value !== undefined),
    { maxLength: 2 },
  ),
);
const test = fc.oneof(
  operand,
  fc
    .tuple(fc.constantFrom('$eq', '$gt', '$gte', '$lt', '$lte', '$ne'), operand)
    .map(([op, value]) => ({ [op]: value })),
  fc.tuple(operand, operand).map(([low, high]) => ({ $gte: low, $lt: high })),
  fc.array(operand, { maxLength: 3 }).map((values) => ({ $in: values })),
  fc.boolean().map((exists) => ({ $exists: exists })),
  fc.constant({ $regex: '^a' }),
  operand.map((value) => ({ $elemMatch: { $eq: value } })),
  operand.map((value) => ({ $elemMatch: { x: value } })),
  fc.array(operand, { minLength: 1, maxLength: 2 }).map((values) => ({ $all: values })),
);
const clause = fc.dictionary(field, test, { maxKeys: 3 });
const filter = fc.oneof(
  clause,
  fc.array(clause, { minLength: 1, maxLength: 3 }).map((parts) => ({ $or: parts })),
  fc.tuple(clause, clause, clause).map(([all, one, two]) => ({ $and: [all, { $or: [one, two] }] })),
);
const keyPattern = fc
  .uniqueArray(field, { minLength: 1, maxLength: 3 })
  .chain((names) =>
    fc.tuple(...names.map((name) => fc.constantFrom(1, -1).map((way) => [name, way] as const))),
  )
  .map((pairs) => Object.fromEntries(pairs) as Record<string, number>);
const option = fc.constantFrom<Document>(
  {},
  {},
  { sparse: true },
  { partialFilterExpression: { c: { $gte: 1 } } },
  { partialFilterExpression: { a: { $exists: true } } },
);

const scenario = fc.record({
  documents: fc.array(document, { maxLength: 12 }),
  index: keyPattern,
  option,
  later: fc.array(document, { maxLength: 4 }),
  filters: fc.array(fc.record({ filter, sort: fc.option(keyPattern, { nil: {} }) }), {
    minLength: 6,
    maxLength: 6,
  }),
});

describe('A find by index', () => {
  let opened: TestStore;
  beforeAll(() => {
    opened = openTestStore();
  });
  afterAll(() => opened.close());

  it('gives the documents and the order of a full scan, for random documents, indexes, filters and sorts', async () => {
    const { run } = opened;
    const plans = new Set<string>();
    await fc.assert(
      fc.asyncProperty(scenario, async ({ documents, index, option: options, later, filters }) => {
        await run({ drop: 'things' });
        await run({ create: 'things' });
        const numbered = documents.map((one, at) => ({ _id: at, ...one }));
        if (numbered.length > 0) await run({ insert: 'things', documents: numbered, ordered: false });
        const built = await run({
          createIndexes: 'things',
          indexes: [{ key: index, name: 'tried', ...options }],
        });
        fc.pre(built['ok'] === 1);
        const more = later.map((one, at) => ({ _id: 100 + at, ...one }));
        if (more.length > 0) await run({ insert: 'things', documents: more, ordered: false });
        for (const { filter: wanted, sort } of filters) {
          const planned = await run({ find: 'things', filter: wanted, sort, batchSize: 1000 });
          const scanned = await run({
            find: 'things',
            filter: wanted,
            hint: { $natural: 1 },
            batchSize: 1000,
          });
          const ids = (reply: Document) =>
            firstBatch(reply)
              .map(({ _id }) => Number(_id))
              .sort((a, b) => a - b);
          expect(ids(planned)).toEqual(ids(scanned));
          expectSorted(firstBatch(planned), sort);
          const behind = await run({ find: 'things', filter: wanted, sort, skip: 2, batchSize: 1000 });
          expect(firstBatch(behind)).toEqual(firstBatch(planned).slice(2));
          expect(await countBoth(run, wanted)).toEqual([
            firstBatch(scanned).length,
            firstBatch(scanned).length,
          ]);
          plans.add(
            JSON.stringify(
              await run({ explain: { find: 'things', filter: wanted, sort }, verbosity: 'queryPlanner' }),
            ).includes('IXSCAN')
              ? 'index'
              : 'scan',
          );
        }
      }),
      { numRuns: 150 },
    );
    expect([...plans].sort()).toEqual(['index', 'scan']);
  }, 60_000);
});

/** By the command that counts, and by the pipeline that drivers count with. */
async function countBoth(run: TestStore['run'], query: Document): Promise<number[]> {
  const counted = await run({ count: 'things', query });
  const pipeline = [{ $match: query }, { $group: { _id: 1, n: { $sum: 1 } } }];
  const [group] = firstBatch(await run({ aggregate: 'things', pipeline, cursor: {} }));
  return [Number(counted['n']), Number(group?.['n'] ?? 0)];
}

function expectSorted(found: readonly Document[], by: Document): void {
  const sort = parseSort(docOf(by));
  const keys = found.map((one) => sortKeyOf(docOf(one), sort));
  const wrong = keys.filter((key, at) => {
    const before = keys[at - 1];
    return before !== undefined && compareSortKeys(before, key, sort) > 0;
  });
  expect(wrong).toEqual([]);
}
