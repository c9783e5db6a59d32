import { typeOf } from '../bson/type-of.ts';
import { isDoc, MISSING, type Doc, type Found, type Value } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import { isNullish, type Operator } from './expression.ts';
import { asText, namedOperands, withOperands } from './operands.ts';

function merge(parts: readonly Found[]): Found {
  const merged: Doc = new Map();
  const docs = parts.length === 1 && Array.isArray(parts[0]) ? parts[0] : parts;
  for (const part of docs) {
    if (isNullish(part)) continue;
    if (!isDoc(part)) return failWith(40400, '$mergeObjects requires object inputs');
    for (const [name, value] of part) merged.set(name, value);
  }
  return merged;
}

/** The first item decides whether all are pairs or all documents with k and v. */
function fromEntries(items: readonly Value[]): Doc {
  const [first = []] = items;
  if (!Array.isArray(first) && !isDoc(first))
    failWith(40398, `Unrecognised input type format for $arrayToObject: ${typeOf(first)}`);
  return new Map(items.map(Array.isArray(first) ? pairEntry : namedEntry));
}

function pairEntry(item: Value): [string, Value] {
  if (!Array.isArray(item)) return failWith(40396, '$arrayToObject requires a consistent input format');
  if (item.length !== 2) failWith(40397, '$arrayToObject requires an array of size 2 arrays');
  return [asText(item[0], '$arrayToObject', 40395), item[1]];
}

function namedEntry(item: Value): [string, Value] {
  if (!isDoc(item)) return failWith(40391, '$arrayToObject requires a consistent input format');
  if (item.size !== 2) failWith(40392, "$arrayToObject requires objects with the keys 'k' and 'v'");
  if (!item.has('k') || !item.has('v')) failWith(40393, "$arrayToObject misses a key 'k' or 'v'");
  return [asText(item.get('k'), '$arrayToObject', 40394), item.get('v')];
}

const GET_FIELD = {
  operator: '$getField',
  notObject: 3041701,
  unknown: 3041701,
  required: { field: 3041702, input: 3041703 },
} as const;

const getField: Operator = (operand, compile) => {
  const named = isDoc(operand) && !operand.keys().next().value?.startsWith('$');
  const whole = named
    ? operand
    : new Map([
        ['field', operand],
        ['input', '$$ROOT'],
      ]);
  const parts = namedOperands(GET_FIELD, whole, compile);
  return (scope) => {
    const input = parts.input(scope);
    const name = asText(parts.field(scope), "'field' of $getField", 3041704);
    if (isNullish(input)) return input === undefined ? null : input;
    return isDoc(input) && input.has(name) ? input.get(name) : MISSING;
  };
};

export const objectOperators: readonly [string, Operator][] = [
  withOperands('$mergeObjects', 0, 1000, merge),
  withOperands('$objectToArray', 1, 1, ([doc]) => {
    if (isNullish(doc)) return null;
    if (!isDoc(doc)) return failWith(40390, '$objectToArray requires a document input');
    return [...doc].map(
      ([k, v]) =>
        new Map<string, typeof v>([
          ['k', k],
          ['v', v],
        ]),
    );
  }),
  withOperands('$arrayToObject', 1, 1, ([items]) => {
    if (isNullish(items)) return null;
    if (!Array.isArray(items)) return failWith(40386, '$arrayToObject requires an array input');
    return fromEntries(items);
  }),
  ['$getField', getField],
];
