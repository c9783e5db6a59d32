import { compareValues, equalValues } from '../bson/compare-values.ts';
import { isNumeric, isNaNValue, toDouble } from '../bson/numbers.ts';
import { someAtPath } from '../bson/paths.ts';
import { rankOf, typeOf } from '../bson/type-of.ts';
import {
  BsonSymbol,
  isDoc,
  MaxKey,
  MinKey,
  MISSING,
  Regex,
  type Doc,
  type Found,
  type Value,
} from '../bson/values.ts';
import { isTruthy } from '../aggregate/expression.ts';
import type { Comparison, FieldTest, Filter, Pattern } from './filter-node.ts';

/** Where the last positive array predicate matched; the positional `$` of an update reads it. */
export type Match = { position: number | null };

/** Whether the document satisfies the filter. */
export function matchFilter(filter: Filter, doc: Doc, match: Match = { position: null }): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.parts.every((part) => matchFilter(part, doc, match));
    case 'or':
      return filter.parts.some((part) => matchFilter(part, doc, match));
    case 'nor':
      return !filter.parts.some((part) => matchFilter(part, doc));
    case 'field':
      return testPath(doc, filter.path, filter.test, match);
    case 'expr':
      return isTruthy(filter.expression({ root: doc, variables: new Map() }));
  }
}

function testPath(doc: Doc, path: readonly string[], test: FieldTest, match: Match): boolean {
  if (test.op === 'not') return !test.tests.every((inner) => testPath(doc, path, inner, { position: null }));
  if (test.op === 'all') return test.tests.every((inner) => testPath(doc, path, inner, match));
  return someAtPath(doc, path, (found, outer) => {
    const hit = testFound(found, test);
    if (hit === false) return false;
    const position = outer ?? (hit === true ? null : hit);
    if (position !== null) match.position = position;
    return true;
  });
}

/** False, true, or the index of the array element that satisfied the test. */
function testFound(found: Found, test: FieldTest): boolean | number {
  if (test.op === 'exists') return found !== MISSING;
  if (test.op === 'size') return Array.isArray(found) && found.length === test.size;
  if (test.op === 'elemMatch') return firstIndex(found, (item) => matchesElement(item, test.filter));
  if (test.op === 'elemMatchValue') {
    return firstIndex(found, (item) => test.tests.every((inner) => passesTest(item, inner)));
  }
  const wantsArray = test.op === 'type' && test.types.has('array');
  if (!Array.isArray(found) || wantsArray) return testLeaf(found, test);
  const index = firstIndex(found, (item) => testLeaf(item, test));
  return index === false ? testLeaf(found, test) : index;
}

function matchesElement(item: Value, filter: Filter): boolean {
  if (isDoc(item)) return matchFilter(filter, item);
  return Array.isArray(item) && matchFilter(filter, indexed(item));
}

/** Whether a value alone passes; one that is an array counts as a whole and by its elements. */
export function passesTest(item: Value, test: FieldTest): boolean {
  if (test.op === 'not') return !test.tests.every((inner) => passesTest(item, inner));
  if (test.op === 'all') return test.tests.every((inner) => passesTest(item, inner));
  return testFound(item, test) !== false;
}

function firstIndex(found: Found, test: (item: Value) => boolean): number | false {
  if (!Array.isArray(found)) return false;
  const index = found.findIndex(test);
  return index < 0 ? false : index;
}

const indexed = (items: readonly Value[]): Doc => new Map(items.map((item, index) => [String(index), item]));

function testLeaf(found: Found, test: FieldTest): boolean {
  switch (test.op) {
    case 'eq':
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return testComparison(found, test.op, test.value);
    case 'in':
      return (
        test.values.some((value) => testComparison(found, 'eq', value)) ||
        test.patterns.some((pattern) => testPattern(found, pattern))
      );
    case 'regex':
      return testPattern(found, test.pattern);
    case 'type':
      return found !== MISSING && test.types.has(typeOf(found));
    case 'mod':
      return testRemainder(found, test.divisor, test.remainder);
    case 'exists':
    case 'size':
    case 'elemMatch':
    case 'elemMatchValue':
    case 'all':
    case 'not':
      return testFound(found, test) !== false;
  }
}

/** Values are compared within their type only; `null` and the two ends of the order stand for a missing field too. */
function testComparison(found: Found, op: Comparison, operand: Value): boolean {
  if (found === MISSING) return acceptsMissing(op, operand);
  if (op === 'eq') return equalValues(found, operand) || (operand === null && found === undefined);
  if (operand instanceof MinKey || operand instanceof MaxKey) return holds(op, compareValues(found, operand));
  if (rankOf(found) !== rankOf(operand)) return false;
  if (isNumeric(found) && isNumeric(operand) && isNaNValue(found) !== isNaNValue(operand)) return false;
  return holds(op, compareValues(found, operand));
}

function acceptsMissing(op: Comparison, operand: Value): boolean {
  if (operand instanceof MaxKey) return op === 'lt' || op === 'lte';
  if (operand instanceof MinKey) return op === 'gt' || op === 'gte';
  return operand === null && (op === 'eq' || op === 'lte' || op === 'gte');
}

function holds(op: Comparison, order: number): boolean {
  switch (op) {
    case 'eq':
      return order === 0;
    case 'lt':
      return order < 0;
    case 'lte':
      return order <= 0;
    case 'gt':
      return order > 0;
    case 'gte':
      return order >= 0;
  }
}

function testPattern(found: Found, pattern: Pattern): boolean {
  if (typeof found === 'string') return pattern.test(found);
  if (found instanceof BsonSymbol) return pattern.test(found.text);
  return found instanceof Regex && found.pattern === pattern.source && found.flags === pattern.flags;
}

function testRemainder(found: Found, divisor: bigint, remainder: bigint): boolean {
  if (!isNumeric(found)) return false;
  const double = toDouble(found);
  if (!Number.isFinite(double)) return false;
  const whole = typeof found === 'bigint' ? found : BigInt(Math.trunc(double));
  return whole % divisor === remainder;
}
