import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { matchFilter } from '../../../src/embedded-mongo/filter/match-filter.ts';
import { parseFilter } from '../../../src/embedded-mongo/filter/parse-filter.ts';
import { docOf } from '../support/bson-documents.ts';

/** The query language once more, as plainly as its documentation words it, for numbers, texts, lists and documents. */
interface JsonObject {
  readonly [name: string]: Json;
}
type Json = number | string | Json[] | JsonObject;
type Test = Readonly<Record<string, Json>>;
type Filter = Readonly<Record<string, unknown>>;

const isPlain = (value: Json): value is JsonObject => typeof value === 'object' && !Array.isArray(value);

/** What a path reaches: through lists it goes into each document of them. */
function reach(value: Json, [name, ...rest]: readonly string[]): Json[] {
  if (name === undefined) return [value];
  if (Array.isArray(value)) return value.filter(isPlain).flatMap((one) => reach(one, [name, ...rest]));
  if (!isPlain(value)) return [];
  const next = value[name];
  return next === undefined ? [] : reach(next, rest);
}

const same = (a: Json, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b);
const orElements = (value: Json): Json[] => (Array.isArray(value) ? [value, ...value] : [value]);
const some = (values: readonly Json[], test: (value: Json) => boolean): boolean =>
  values.flatMap(orElements).some(test);

function passes(values: readonly Json[], operator: string, operand: Json): boolean {
  const list = Array.isArray(operand) ? operand : [operand];
  const against = (test: (a: number | string, b: number | string) => boolean) =>
    some(values, (value) => {
      const both = [value, operand];
      const alike =
        both.every((one) => typeof one === 'number') || both.every((one) => typeof one === 'string');
      return alike && test(value as number | string, operand as number | string);
    });
  switch (operator) {
    case '$eq':
      return some(values, (value) => same(value, operand));
    case '$ne':
      return !passes(values, '$eq', operand);
    case '$in':
      return list.some((one) => passes(values, '$eq', one));
    case '$nin':
      return !passes(values, '$in', operand);
    case '$gt':
      return against((a, b) => a > b);
    case '$gte':
      return against((a, b) => a >= b);
    case '$lt':
      return against((a, b) => a < b);
    case '$lte':
      return against((a, b) => a <= b);
    case '$all':
      return list.every((one) => passes(values, '$eq', one));
    case '$size':
      return values.some((value) => Array.isArray(value) && value.length === operand);
    case '$exists':
      return values.length > 0 === (operand === 1);
    case '$elemMatch':
      return values.some(
        (value) => Array.isArray(value) && value.some((one) => passesAll([one], operand as unknown as Test)),
      );
    case '$not':
      return !passesAll(values, operand as unknown as Test);
    default:
      throw new Error(operator);
  }
}

const passesAll = (values: readonly Json[], test: Test): boolean =>
  Object.entries(test).every(([operator, operand]) => passes(values, operator, operand));

function matches(doc: Json, filter: Filter): boolean {
  return Object.entries(filter).every(([name, test]) => {
    const parts = test as Filter[];
    if (name === '$and') return parts.every((part) => matches(doc, part));
    if (name === '$or') return parts.some((part) => matches(doc, part));
    if (name === '$nor') return !parts.some((part) => matches(doc, part));
    return passesAll(reach(doc, name.split('.')), test as Test);
  });
}

const scalar = fc.constantFrom<Json>(0, 1, 2, 3, 'a', 'b', 'ab');
const inner = fc.record(
  { x: scalar, y: fc.oneof(scalar, fc.array(scalar, { maxLength: 2 })) },
  { requiredKeys: [] },
);
const value = fc.oneof(
  scalar,
  fc.array(fc.oneof(scalar, inner), { maxLength: 3 }),
  inner,
) as fc.Arbitrary<Json>;
const document = fc.record({ a: value, b: value }, { requiredKeys: [] });

const ordered = fc.tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), scalar);
const listed = fc.tuple(
  fc.constantFrom('$in', '$nin', '$all'),
  fc.array(scalar, { minLength: 1, maxLength: 3 }),
);
const shaped = fc.oneof(
  fc.tuple(fc.constant('$size'), fc.nat({ max: 3 })),
  fc.tuple(fc.constant('$exists'), fc.constantFrom(0, 1)),
);
const simple = fc.uniqueArray(fc.oneof(ordered, listed, shaped), {
  minLength: 1,
  maxLength: 2,
  selector: ([operator]) => operator,
});
const simpleTest = simple.map((entries) => Object.fromEntries<unknown>(entries));
const elementTest = fc
  .uniqueArray(ordered, { minLength: 1, maxLength: 2, selector: ([operator]) => operator })
  .map((entries) => Object.fromEntries<unknown>(entries));
const test = fc.oneof(
  simpleTest,
  simpleTest.map((one) => ({ $not: one })),
  elementTest.map((one) => ({ $elemMatch: one })),
);
const clause = fc.dictionary(fc.constantFrom('a', 'b', 'a.x', 'a.y', 'b.x'), test, {
  minKeys: 1,
  maxKeys: 2,
});
const filter = fc.oneof(
  clause,
  fc
    .tuple(fc.constantFrom('$and', '$or', '$nor'), fc.array(clause, { minLength: 1, maxLength: 3 }))
    .map(([name, parts]) => ({ [name]: parts })),
);

describe('A filter', () => {
  it('matches what a plain reading of the query language matches', () => {
    const outcomes = { matched: 0, missed: 0 };
    fc.assert(
      fc.property(document, filter, (doc, wanted) => {
        const expected = matches(doc, wanted);
        outcomes[expected ? 'matched' : 'missed'] += 1;
        expect(matchFilter(parseFilter(docOf(wanted)), docOf(doc))).toBe(expected);
      }),
      { numRuns: 4000 },
    );
    expect(Math.min(outcomes.matched, outcomes.missed)).toBeGreaterThan(500);
  });
});
