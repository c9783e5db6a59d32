import { afterAll, describe, expect, it } from '@jest/globals';
import { Double, Int32, Long } from 'bson';
import fc from 'fast-check';
import { CommandError } from '../../../src/embedded-mongo/command-error.ts';
import { applyUpdate } from '../../../src/embedded-mongo/update/apply-update.ts';
import { parseUpdate } from '../../../src/embedded-mongo/update/parse-update.ts';
import { docOf, literalOf } from '../support/bson-documents.ts';
import { firstBatch, openTestStore } from '../support/test-store.ts';

/** The update language once more, as plainly as its documentation words it, for the top fields a, b and c. */
type Leaf = number | string;
type Field = Leaf | Leaf[];
type Plain = Record<string, Field>;
type Step = { readonly operator: string; readonly field: string; readonly operand: unknown };

const isList = (value: Field | undefined): value is Leaf[] => Array.isArray(value);
/** Numbers come before texts, texts before lists. */
const rank = (value: Field): number => (isList(value) ? 2 : typeof value === 'string' ? 1 : 0);

function order(x: Field, y: Field): number {
  if (rank(x) !== rank(y)) return rank(x) - rank(y);
  if (isList(x) && isList(y)) {
    const at = x.findIndex((one, index) => index >= y.length || order(one, y[index] ?? 0) !== 0);
    return at < 0 ? x.length - y.length : at >= y.length ? 1 : order(x[at] ?? 0, y[at] ?? 0);
  }
  return x < y ? -1 : x > y ? 1 : 0;
}

const REFUSED = Symbol('refused');
type Outcome = Field | undefined | typeof REFUSED;

function change(old: Field | undefined, { operator, operand }: Step): Outcome {
  const value = operand as Field;
  const list = isList(old) ? old : old === undefined ? [] : null;
  switch (operator) {
    case '$set':
      return value;
    case '$unset':
      return undefined;
    case '$inc':
      return old === undefined ? value : typeof old === 'number' ? old + (value as number) : REFUSED;
    case '$mul':
      // Whole numbers have no zero below zero; adding 0 takes it away.
      return old === undefined ? 0 : typeof old === 'number' ? old * (value as number) + 0 : REFUSED;
    case '$min':
      return old === undefined || order(value, old) < 0 ? value : old;
    case '$max':
      return old === undefined || order(value, old) > 0 ? value : old;
    case '$push':
      return list ? [...list, value as Leaf] : REFUSED;
    case '$addToSet':
      return list ? (list.includes(value as Leaf) ? list : [...list, value as Leaf]) : REFUSED;
    case '$pull':
      return old === undefined ? old : list ? list.filter((one) => one !== value) : REFUSED;
    case '$pop':
      return old === undefined ? old : list ? (value === 1 ? list.slice(0, -1) : list.slice(1)) : REFUSED;
    default:
      throw new Error(operator);
  }
}

/** All steps or none; null when MongoDB would refuse one of them. */
function applyAll(doc: Plain, steps: readonly Step[]): Plain | null {
  const after = new Map(Object.entries(doc));
  for (const step of steps) {
    const value = change(after.get(step.field), step);
    if (value === REFUSED) return null;
    if (value === undefined) after.delete(step.field);
    else after.set(step.field, value);
  }
  return Object.fromEntries(after);
}

const number = fc.integer({ min: -2, max: 2 });
const leaf = fc.oneof(number, fc.constantFrom('x', 'y'));
const list = fc.array(leaf, { maxLength: 3 });
const field = fc.oneof(leaf, list);
const name = fc.constantFrom('a', 'b', 'c');
const anyDoc = fc
  .record({ a: field, b: list, c: field }, { requiredKeys: [] })
  .map((doc) => Object.fromEntries(Object.entries(doc)));
const operation = fc.oneof(
  fc.record({ operator: fc.constantFrom('$set', '$min', '$max'), operand: field }),
  fc.record({ operator: fc.constantFrom('$inc', '$mul'), operand: number }),
  fc.record({ operator: fc.constantFrom('$push', '$addToSet', '$pull'), operand: leaf }),
  fc.record({ operator: fc.constant('$pop'), operand: fc.constantFrom(1, -1) }),
  fc.record({ operator: fc.constant('$unset'), operand: fc.constant('') }),
);
/** At most one step a field, as MongoDB demands. */
const anySteps = fc
  .uniqueArray(fc.tuple(name, operation), { minLength: 1, selector: ([field]) => field })
  .map((list) => list.map(([at, { operator, operand }]): Step => ({ operator, field: at, operand })));

const asUpdate = (steps: readonly Step[]): Record<string, Record<string, unknown>> => {
  const update: Record<string, Record<string, unknown>> = {};
  for (const { operator, field: at, operand } of steps) (update[operator] ??= {})[at] = operand;
  return update;
};

const TYPE_OF = { Int32: 'int', Long: 'long', Double: 'double' } as const;

const { run, close } = openTestStore();
afterAll(close);

describe('A document that was updated', () => {
  it('is as the documentation says, or the update is refused', () => {
    fc.assert(
      fc.property(anyDoc, anySteps, (doc, steps) => {
        const expected = applyAll(doc, steps);
        const update = () => {
          const plan = parseUpdate(docOf(asUpdate(steps)), undefined);
          return literalOf(applyUpdate(plan, docOf(doc), null, { now: new Date(), inserting: false }));
        };
        if (expected) expect(update()).toEqual(expected);
        else expect(update).toThrow(CommandError);
      }),
      { numRuns: 3000 },
    );
  });

  it('reads as the documentation says, and is left alone by an update that is refused', async () => {
    await run({ createIndexes: 'rows', indexes: [{ key: { a: 1, _id: 1 }, name: 'a' }] });
    let id = 0;
    await fc.assert(
      fc.asyncProperty(anyDoc, anySteps, async (doc, steps) => {
        id += 1;
        await run({ insert: 'rows', documents: [{ ...doc, _id: id }] });
        const reply = await run({ update: 'rows', updates: [{ q: { _id: id }, u: asUpdate(steps) }] });
        const expected = applyAll(doc, steps);
        expect('writeErrors' in reply).toBe(expected === null);
        const [read] = firstBatch(await run({ find: 'rows', filter: { _id: id } }));
        expect(read).toEqual({ ...(expected ?? doc), _id: id });
        const byIndex = {
          find: 'rows',
          filter: { a: expected ? (expected['a'] ?? null) : null, _id: id },
          hint: 'a',
        };
        if (expected) expect(firstBatch(await run(byIndex))).toHaveLength(1);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['int32', new Int32(2), new Int32(3), new Int32(5)],
    ['int32 and long', new Int32(2), Long.fromNumber(3), Long.fromNumber(5)],
    ['long and double', Long.fromNumber(2), new Double(3), new Double(5)],
    ['int32 that overflow', new Int32(2147483647), new Int32(1), Long.fromNumber(2147483648)],
  ])('holds the sum of %s in the wider type', async (types, old, by, sum) => {
    const id = types;
    await run({ insert: 'typed', documents: [{ _id: id, n: old }] });
    await run({ update: 'typed', updates: [{ q: { _id: id }, u: { $inc: { n: by } } }] });
    const filter = { _id: id, n: { $eq: sum, $type: TYPE_OF[sum._bsontype] } };
    expect(firstBatch(await run({ find: 'typed', filter }))).toHaveLength(1);
  });
});
