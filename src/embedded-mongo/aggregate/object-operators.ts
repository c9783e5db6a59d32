import { isDoc, MISSING, type Doc, type Found } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import { isNullish, orNull, type Operator } from './expression.ts';
import { asText, namedOperands, withOperands } from './operands.ts';

function merge(parts: readonly Found[]): Found {
  const merged: Doc = new Map();
  const docs = parts.length === 1 && Array.isArray(parts[0]) ? parts[0] : parts;
  for (const part of docs) {
    if (isNullish(part)) continue;
    if (!isDoc(part)) return failWith('BadValue', '$mergeObjects requires object inputs');
    for (const [name, value] of part) merged.set(name, value);
  }
  return merged;
}

function toEntry(item: Found): [string, Found] {
  if (Array.isArray(item) && item.length === 2) return [asText(item[0], '$arrayToObject'), item[1]];
  if (isDoc(item) && item.size === 2 && item.has('k') && item.has('v')) {
    return [asText(item.get('k'), '$arrayToObject'), item.get('v')];
  }
  return failWith('BadValue', '$arrayToObject requires arrays of two elements or documents with k and v');
}

const getField: Operator = (operand, compile) => {
  const named = isDoc(operand) && !operand.keys().next().value?.startsWith('$');
  const whole = named
    ? operand
    : new Map([
        ['field', operand],
        ['input', '$$ROOT'],
      ]);
  const parts = namedOperands('$getField', whole, compile, ['field', 'input']);
  return (scope) => {
    const input = parts.input(scope);
    const name = asText(parts.field(scope), '$getField');
    if (isNullish(input)) return input;
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
    return new Map(items.map(toEntry).map(([name, value]) => [name, orNull(value)]));
  }),
  ['$getField', getField],
];
