import { rankOf } from '../bson/type-of.ts';
import { MaxKey, MinKey, type Value } from '../bson/values.ts';
import type { FieldTest, Filter } from '../filter/filter-node.ts';
import { encodeKeyPart } from '../storage/encode-key.ts';

/** A necessary condition of a filter: the path and the test at its end. */
export type Conjunct = { readonly name: string; readonly test: FieldTest };

/** Encoded values, both ends included together with everything that begins with them. */
export type Bound = { readonly low: Buffer; readonly high: Buffer };

const REGEX_RANK = 50;
const STRING_RANK = 15;

/** All tests that every match has to pass, those inside `$elemMatch` with their full path. */
export function conjunctsOf(filter: Filter, prefix = ''): Conjunct[] {
  if (filter.kind === 'and' || (filter.kind === 'or' && filter.parts.length === 1)) {
    return filter.parts.flatMap((part) => conjunctsOf(part, prefix));
  }
  if (filter.kind !== 'field') return [];
  const name = `${prefix}${filter.name}`;
  const { test } = filter;
  if (test.op === 'elemMatch') return conjunctsOf(test.filter, `${name}.`);
  if (test.op === 'elemMatchValue' || test.op === 'all')
    return test.tests.map((inner) => ({ name, test: inner }));
  return [{ name, test }];
}

/** The parts of an index field that can hold a match, or null if the test says nothing about order. */
export function boundsOf(test: FieldTest): Bound[] | null {
  switch (test.op) {
    case 'eq':
      return equalBounds(test.value);
    case 'in':
      return inBounds(test);
    case 'gt':
    case 'gte':
      return isEdge(test.value) ? null : [{ low: lowEnd(test.value), high: Buffer.of(rankOf(test.value)) }];
    case 'lt':
    case 'lte':
      return isEdge(test.value)
        ? null
        : [{ low: Buffer.of(lowestRank(test.value)), high: encodeKeyPart(test.value) }];
    case 'regex':
      return test.pattern.prefix === null ? null : patternBounds(test.pattern.prefix);
    case 'all':
    case 'elemMatch':
    case 'elemMatchValue':
    case 'exists':
    case 'mod':
    case 'not':
    case 'size':
    case 'type':
      return null;
  }
}

/** The ends of the order are compared across types, arrays element by element: no single part of an index holds them. */
const isEdge = (value: Value): boolean =>
  value instanceof MinKey || value instanceof MaxKey || Array.isArray(value);

/** `null` also finds the deprecated undefined, which is listed before it, and missing fields, listed as null. */
const lowEnd = (value: Value): Buffer =>
  value === null ? Buffer.of(rankOf(undefined)) : encodeKeyPart(value);
const lowestRank = (value: Value): number => (value === null ? rankOf(undefined) : rankOf(value));

/** An array is listed by its elements (an empty one as undefined), and as a whole only inside another array. */
function equalBounds(value: Value): Bound[] {
  const whole = { low: lowEnd(value), high: encodeKeyPart(value) };
  if (!Array.isArray(value)) return [whole];
  const first = encodeKeyPart(value[0]);
  return mergeBounds([{ low: first, high: first }, whole]);
}

function inBounds(test: Extract<FieldTest, { op: 'in' }>): Bound[] | null {
  const bounds = test.values.flatMap(equalBounds);
  for (const { prefix } of test.patterns) {
    if (prefix === null) return null;
    bounds.push(...patternBounds(prefix));
  }
  return mergeBounds(bounds);
}

/** Strings that begin with the prefix, and stored regular expressions, which a pattern finds when they are equal. */
function patternBounds(prefix: string): Bound[] {
  const start = Buffer.concat([Buffer.of(STRING_RANK), Buffer.from(prefix, 'utf8')]);
  return [
    { low: start, high: start },
    { low: Buffer.of(REGEX_RANK), high: Buffer.of(REGEX_RANK) },
  ];
}

/** In order and without repetition, so that no entry is visited twice. */
function mergeBounds(bounds: readonly Bound[]): Bound[] {
  const sorted = bounds.toSorted((a, b) => Buffer.compare(a.low, b.low));
  const merged: Bound[] = [];
  for (const bound of sorted) {
    const last = merged.at(-1);
    const inside = last && (Buffer.compare(bound.low, last.high) <= 0 || startsWith(bound.low, last.high));
    if (!inside) merged.push(bound);
    else if (Buffer.compare(bound.high, last.high) > 0 && !startsWith(bound.high, last.high)) {
      merged[merged.length - 1] = { low: last.low, high: bound.high };
    }
  }
  return merged;
}

const startsWith = (bytes: Buffer, prefix: Buffer): boolean =>
  bytes.subarray(0, prefix.length).equals(prefix);
