import { isNumeric, compareNumbers } from './numbers.ts';
import { rankOf } from './type-of.ts';
import {
  emptyDoc,
  Binary,
  BsonSymbol,
  Code,
  DbPointer,
  ObjectId,
  Regex,
  Timestamp,
  type Doc,
  type Value,
} from './values.ts';

/** The order of MongoDB over all BSON values: first by type, then within the type. */
export function compareValues(a: Value, b: Value): number {
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  if (isNumeric(a) && isNumeric(b)) return compareNumbers(a, b);
  const byRank = rankOf(a) - rankOf(b);
  return byRank === 0 ? compareWithinRank(a, b) : byRank;
}

export const equalValues = (a: Value, b: Value): boolean => compareValues(a, b) === 0;

function compareWithinRank(a: Value, b: Value): number {
  if (a instanceof ObjectId && b instanceof ObjectId) return Buffer.compare(a.bytes, b.bytes);
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  if (typeof a === 'boolean') return Number(a) - Number(b);
  if (a instanceof Map && b instanceof Map) return compareDocuments(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return compareArrays(a, b);
  if (a instanceof Binary && b instanceof Binary) return compareBinaries(a, b);
  if (a instanceof Timestamp && b instanceof Timestamp) return a.bits < b.bits ? -1 : a.bits > b.bits ? 1 : 0;
  if (a instanceof Regex && b instanceof Regex) {
    return compareTexts(a.pattern, b.pattern) || compareTexts(a.flags, b.flags);
  }
  if (a instanceof Code && b instanceof Code) {
    return compareTexts(a.text, b.text) || compareDocuments(a.scope ?? emptyDoc(), b.scope ?? emptyDoc());
  }
  if (a instanceof DbPointer && b instanceof DbPointer) {
    return compareTexts(a.collection, b.collection) || Buffer.compare(a.id, b.id);
  }
  return compareTexts(textOf(a), textOf(b));
}

/** Strings and symbols share a rank; values of all other ranks left over are equal to each other. */
const textOf = (value: Value): string =>
  typeof value === 'string' ? value : value instanceof BsonSymbol ? value.text : '';

const compareBinaries = (a: Binary, b: Binary): number =>
  a.bytes.length - b.bytes.length || a.subtype - b.subtype || Buffer.compare(a.bytes, b.bytes);

/** Field by field: type, then name, then value; the document that ends first is the lower one. */
function compareDocuments(a: Doc, b: Doc): number {
  const left = a.entries();
  const right = b.entries();
  for (;;) {
    const one = left.next();
    const two = right.next();
    if (one.done || two.done)
      return Number(two.done ?? false) === Number(one.done ?? false) ? 0 : one.done ? -1 : 1;
    const byField =
      rankOf(one.value[1]) - rankOf(two.value[1]) ||
      compareTexts(one.value[0], two.value[0]) ||
      compareValues(one.value[1], two.value[1]);
    if (byField !== 0) return byField;
  }
}

function compareArrays(a: readonly Value[], b: readonly Value[]): number {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index += 1) {
    const byItem = compareValues(a[index], b[index]);
    if (byItem !== 0) return byItem;
  }
  return a.length - b.length;
}

/** By UTF-8 bytes, which is by code point: surrogate pairs come after the rest of the basic plane. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index += 1) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right)
      return isSurrogate(left) === isSurrogate(right) ? left - right : isSurrogate(left) ? 1 : -1;
  }
  return a.length - b.length;
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;
