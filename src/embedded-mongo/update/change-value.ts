import { addNumbers, multiplyNumbers } from '../bson/arithmetic.ts';
import { compareValues, equalValues } from '../bson/compare-values.ts';
import { isNumeric, type Numeric } from '../bson/numbers.ts';
import { typeOf } from '../bson/type-of.ts';
import { emptyDoc, isDoc, MISSING, Int32, Timestamp, type Found, type Value } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import { matchFilter, passesTest } from '../filter/match-filter.ts';
import { compareSortKeys, parseSort, sortKeyOf } from '../query/sort-documents.ts';
import type { Change, PullTest, PushShape } from './update-plan.ts';

export type Moment = { readonly now: Date; readonly inserting: boolean };

/** The value that a change leaves where `old` was; MISSING removes the field or leaves it absent. */
export function changeValue(
  old: Found,
  change: Exclude<Change, { op: 'rename' }>,
  moment: Moment,
  name: string,
): Found {
  switch (change.op) {
    case 'set':
      return change.value;
    case 'setOnInsert':
      return moment.inserting ? change.value : old;
    case 'unset':
      return MISSING;
    case 'min':
      return old === MISSING || compareValues(change.value, old) < 0 ? change.value : old;
    case 'max':
      return old === MISSING || compareValues(change.value, old) > 0 ? change.value : old;
    case 'inc':
      return old === MISSING
        ? change.by
        : bounded(addNumbers(numeric(old, '$inc', name), change.by), old, change.by);
    case 'mul':
      return old === MISSING
        ? multiplyNumbers(change.by, new Int32(0))
        : bounded(multiplyNumbers(numeric(old, '$mul', name), change.by), old, change.by);
    case 'currentDate':
      return change.type === 'date'
        ? moment.now
        : new Timestamp((BigInt(Math.floor(moment.now.getTime() / 1000)) << 32n) | 1n);
    case 'push':
    case 'addToSet':
    case 'pull':
    case 'pullAll':
    case 'pop':
      return changeArray(old, change, name);
  }
}

function numeric(old: Value, operator: string, name: string): Numeric {
  return isNumeric(old)
    ? old
    : failWith(
        'TypeMismatch',
        `Cannot apply ${operator} to a value of non-numeric type. The field '${name}' is of type ${typeOf(old)}`,
      );
}

/** Whole numbers beyond 64 bits are an error, not a double. */
function bounded(result: Numeric, old: Found, by: Numeric): Numeric {
  const isWhole = (value: Found) => typeof value === 'bigint' || value instanceof Int32;
  if (typeof result === 'number' && isWhole(old) && isWhole(by))
    failWith('BadValue', 'Failed to apply: integer overflow');
  return result;
}

type ArrayChange = Extract<Change, { op: 'push' | 'addToSet' | 'pull' | 'pullAll' | 'pop' }>;

function changeArray(old: Found, change: ArrayChange, name: string): Found {
  if (old === MISSING) {
    if (change.op === 'push') return push([], change.values, change.shape);
    return change.op === 'addToSet' ? addToSet([], change.values) : MISSING;
  }
  if (!Array.isArray(old)) {
    const code = change.op === 'pop' ? 'TypeMismatch' : 'BadValue';
    return failWith(code, `The field '${name}' must be an array but is of type ${typeOf(old)}`);
  }
  switch (change.op) {
    case 'push':
      return push(old, change.values, change.shape);
    case 'addToSet':
      return addToSet(old, change.values);
    case 'pull':
      return old.filter((item) => !isPulled(item, change.test));
    case 'pullAll':
      return old.filter((item) => !change.values.some((value) => equalValues(value, item)));
    case 'pop':
      return change.first ? old.slice(1) : old.slice(0, -1);
  }
}

function push(old: readonly Value[], values: readonly Value[], shape: PushShape | null): Value[] {
  const at = shape?.position ?? old.length;
  const items = [...old.slice(0, at), ...values, ...old.slice(at < 0 ? Math.max(at, -old.length) : at)];
  const sorted = shape?.sort ? sortItems(items, shape.sort) : items;
  const slice = shape?.slice ?? null;
  if (slice === null) return sorted;
  return slice >= 0 ? sorted.slice(0, slice) : sorted.slice(slice);
}

function sortItems(items: readonly Value[], by: NonNullable<PushShape['sort']>): Value[] {
  if (by === 1 || by === -1) return items.toSorted((a, b) => compareValues(a, b) * by);
  const sort = parseSort(by);
  const keyed = items.map((item) => ({ item, key: sortKeyOf(isDoc(item) ? item : emptyDoc(), sort) }));
  return keyed.sort((a, b) => compareSortKeys(a.key, b.key, sort)).map(({ item }) => item);
}

function addToSet(old: readonly Value[], values: readonly Value[]): Value[] {
  const items = [...old];
  for (const value of values) if (!items.some((item) => equalValues(item, value))) items.push(value);
  return items;
}

function isPulled(item: Value, test: PullTest): boolean {
  if (test.kind === 'equal') return equalValues(item, test.value);
  if (test.kind === 'document') return isDoc(item) && matchFilter(test.filter, item);
  return test.tests.every((one) => passesTest(item, one));
}
