import { isNumeric, toDouble, toWhole, type Numeric } from '../bson/numbers.ts';
import { splitPath } from '../bson/paths.ts';
import { typeOf } from '../bson/type-of.ts';
import { isDoc, Regex, type Doc, type Value } from '../bson/values.ts';
import { failWith, refuse } from '../command-error.ts';
import { parseFieldTests } from '../filter/parse-field-tests.ts';
import { parseFilter } from '../filter/parse-filter.ts';
import type { Change, PullTest, PushShape } from './update-plan.ts';

const EACH_OPTIONS = new Set(['$each', '$slice', '$sort', '$position']);

type ParseChange = (value: Value, name: string) => Change;

/** Reads one operand such as the 5 in `{$inc: {a: 5}}`; an unknown operator is refused even where it names no field. */
export function changeParser(operator: string): ParseChange {
  if (operator === '$bit') refuse('$bit', 'FailedToParse');
  return (
    CHANGES.get(operator) ??
    failWith(
      'FailedToParse',
      `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
    )
  );
}

const numeric = (value: Value, name: string, verb: string): Numeric =>
  isNumeric(value) ? value : failWith('TypeMismatch', `Cannot ${verb} with non-numeric argument: {${name}}`);

function parseDateType(value: Value): 'date' | 'timestamp' {
  if (typeof value === 'boolean') return 'date';
  const type = isDoc(value) && value.size === 1 ? value.get('$type') : null;
  if (type === 'date' || type === 'timestamp') return type;
  return failWith('BadValue', '$currentDate takes true, {$type: "date"} or {$type: "timestamp"}');
}

function parseRename(value: Value, name: string): Change {
  if (typeof value !== 'string')
    return failWith('BadValue', `The 'to' field for $rename must be a string: ${name}`);
  if (value === name) failWith('BadValue', `The source and target field for $rename must differ: ${name}`);
  if (`${name}.${value}`.includes('$'))
    failWith('BadValue', 'The source and target of $rename may not be dynamic');
  const to = splitPath(value);
  if (to.includes('')) failWith('EmptyFieldName', `The update path '${value}' contains an empty field name`);
  return { op: 'rename', to };
}

function eachOf(value: Value, operator: string): readonly Value[] | null {
  if (!isDoc(value) || !value.has('$each')) return null;
  if (operator === '$addToSet' && value.keys().next().value !== '$each') return null;
  const wrong = [...value.keys()].find((key) =>
    operator === '$push' ? !EACH_OPTIONS.has(key) : key !== '$each',
  );
  if (wrong !== undefined) failWith('BadValue', `Unrecognized clause in ${operator}: ${wrong}`);
  const each = value.get('$each');
  return Array.isArray(each)
    ? each
    : failWith('BadValue', `The argument to $each in ${operator} must be an array`);
}

function parsePush(value: Value): Change {
  const each = eachOf(value, '$push');
  if (!each || !isDoc(value)) return { op: 'push', values: [value], shape: null };
  return { op: 'push', values: each, shape: parsePushShape(value) };
}

function parsePushShape(value: Doc): PushShape | null {
  const position = optionalWhole(value, '$position');
  const slice = optionalWhole(value, '$slice');
  const sort = parsePushSort(value);
  return position === null && slice === null && sort === null ? null : { position, slice, sort };
}

function optionalWhole(value: Doc, name: string): number | null {
  if (!value.has(name)) return null;
  return toWhole(value.get(name)) ?? failWith('BadValue', `The value for ${name} must be a whole number`);
}

function parsePushSort(value: Doc): PushShape['sort'] {
  if (!value.has('$sort')) return null;
  const sort = value.get('$sort');
  if (isDoc(sort) && sort.size > 0) {
    const bad = [...sort].find(
      ([name, one]) => name === '' || !isNumeric(one) || Math.abs(toDouble(one)) !== 1,
    );
    if (bad)
      failWith('BadValue', 'The $sort element value must be either 1 or -1, by a name that is not empty');
    return sort;
  }
  const direction = isNumeric(sort) ? toDouble(sort) : 0;
  return direction === 1 || direction === -1
    ? direction
    : failWith('BadValue', 'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1}');
}

function parsePullTest(value: Value): PullTest {
  if (value instanceof Regex) {
    return { kind: 'element', tests: parseFieldTests(new Map([['$regex', value]]), parseFilter) };
  }
  if (!isDoc(value)) return { kind: 'equal', value };
  const first = value.keys().next().value;
  if (first?.startsWith('$') === true && !/^\$(?:and|or|nor)$/.test(first)) {
    return { kind: 'element', tests: parseFieldTests(value, parseFilter) };
  }
  return { kind: 'document', filter: parseFilter(value) };
}

function parsePop(value: Value): Change {
  const direction = isNumeric(value) ? toDouble(value) : 0;
  if (direction === 1) return { op: 'pop', first: false };
  return direction === -1 ? { op: 'pop', first: true } : failWith('FailedToParse', '$pop expects 1 or -1');
}

function parsePullAll(value: Value): Change {
  return Array.isArray(value)
    ? { op: 'pullAll', values: value }
    : failWith('BadValue', `$pullAll requires an array argument but was given a ${typeOf(value)}`);
}

const CHANGES: ReadonlyMap<string, ParseChange> = new Map<string, ParseChange>([
  ['$set', (value) => ({ op: 'set', value })],
  ['$setOnInsert', (value) => ({ op: 'setOnInsert', value })],
  ['$min', (value) => ({ op: 'min', value })],
  ['$max', (value) => ({ op: 'max', value })],
  ['$unset', () => ({ op: 'unset' })],
  ['$inc', (value, name) => ({ op: 'inc', by: numeric(value, name, 'increment') })],
  ['$mul', (value, name) => ({ op: 'mul', by: numeric(value, name, 'multiply') })],
  ['$currentDate', (value) => ({ op: 'currentDate', type: parseDateType(value) })],
  ['$rename', parseRename],
  ['$push', parsePush],
  ['$addToSet', (value) => ({ op: 'addToSet', values: eachOf(value, '$addToSet') ?? [value] })],
  ['$pull', (value) => ({ op: 'pull', test: parsePullTest(value) })],
  ['$pullAll', parsePullAll],
  ['$pop', parsePop],
]);
