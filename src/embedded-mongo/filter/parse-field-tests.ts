import { isNumeric, toDouble, toWhole } from '../bson/numbers.ts';
import { typeByAlias, typeByNumber, type TypeName } from '../bson/type-of.ts';
import { isDoc, Regex, type Doc, type Value } from '../bson/values.ts';
import { failWith, refuse } from '../command-error.ts';
import { compilePattern } from './compile-pattern.ts';
import type { FieldTest, Filter } from './filter-node.ts';

type ParseFilter = (doc: Doc) => Filter;

const NUMBER_TYPES: readonly TypeName[] = ['double', 'int', 'long', 'decimal'];
/** The fields of a DBRef: the only names with $ that are not operators. */
export const REFERENCE_FIELDS: ReadonlySet<string> = new Set(['$ref', '$id', '$db']);
const ELEMENT_FILTERS = new Set(['$and', '$or', '$nor', '$expr', '$where']);
const REFUSED = new Set([
  '$geoWithin',
  '$geoIntersects',
  '$near',
  '$nearSphere',
  '$bitsAllSet',
  '$bitsAllClear',
  '$bitsAnySet',
  '$bitsAnyClear',
]);

/** Reads `{$gt: 1, $lt: 5}`; the filter parser is handed in for what nests inside `$elemMatch`. */
export function parseFieldTests(doc: Doc, parseFilter: ParseFilter): FieldTest[] {
  const tests: FieldTest[] = [];
  for (const [name, value] of doc) {
    if (name === '$options') {
      if (!doc.has('$regex')) failWith('BadValue', '$options needs a $regex');
    } else if (name === '$regex') tests.push(parseRegex(value, doc.get('$options')));
    else if (name === '$comment') continue;
    else tests.push(parseTest(name, value, parseFilter));
  }
  return tests;
}

function parseTest(name: string, value: Value, parseFilter: ParseFilter): FieldTest {
  switch (name) {
    case '$eq':
      return { op: 'eq', value };
    case '$ne':
      if (value instanceof Regex) failWith('BadValue', "Can't have regex as arg to $ne.");
      return { op: 'not', tests: [{ op: 'eq', value }] };
    case '$lt':
    case '$lte':
    case '$gt':
    case '$gte':
      if (value instanceof Regex)
        failWith('BadValue', `Can't have RegEx as arg to predicate over field: ${name}`);
      return { op: name === '$lt' ? 'lt' : name === '$lte' ? 'lte' : name === '$gt' ? 'gt' : 'gte', value };
    case '$in':
      return parseIn(name, value);
    case '$nin':
      return { op: 'not', tests: [parseIn(name, value)] };
    case '$exists':
      return isFalsy(value) ? { op: 'not', tests: [{ op: 'exists' }] } : { op: 'exists' };
    case '$type':
      return { op: 'type', types: parseTypes(value) };
    case '$size':
      return { op: 'size', size: parseSize(value) };
    case '$mod':
      return parseMod(value);
    case '$not':
      return parseNot(value, parseFilter);
    case '$elemMatch':
      return parseElemMatch(value, parseFilter);
    case '$all':
      return parseAll(value, parseFilter);
  }
  if (REFUSED.has(name)) refuse(name, 'BadValue');
  return failWith('BadValue', `unknown operator: ${name}`);
}

const isFalsy = (value: Value): boolean =>
  value === false || value === null || value === undefined || (isNumeric(value) && toDouble(value) === 0);

function parseIn(name: string, value: Value): FieldTest {
  if (!Array.isArray(value)) return failWith('BadValue', `${name} needs an array`);
  if (
    value.some(
      (item) => isDoc(item) && item.keys().next().value?.startsWith('$') === true && !item.has('$ref'),
    )
  ) {
    failWith('BadValue', `cannot nest $ under ${name}`);
  }
  const patterns = value.filter((item) => item instanceof Regex);
  return {
    op: 'in',
    values: value.filter((item) => !(item instanceof Regex)),
    patterns: patterns.map((item) => compilePattern(item.pattern, item.flags)),
  };
}

function parseRegex(value: Value, options: Value): FieldTest {
  if (options !== undefined && typeof options !== 'string')
    failWith('BadValue', '$options has to be a string');
  const flags = typeof options === 'string' ? options : '';
  if (typeof value === 'string') return { op: 'regex', pattern: compilePattern(value, flags) };
  if (!(value instanceof Regex)) return failWith('BadValue', '$regex has to be a string');
  if (flags !== '' && value.flags !== '') failWith('BadValue', 'options set in both $regex and $options');
  return { op: 'regex', pattern: compilePattern(value.pattern, flags || value.flags) };
}

function parseTypes(value: Value): Set<TypeName> {
  const wanted = Array.isArray(value) ? value : [value];
  if (wanted.length === 0) failWith('FailedToParse', '$type must match at least one type');
  return new Set(wanted.flatMap(parseType));
}

function parseType(value: Value): readonly TypeName[] {
  if (value === 'number') return NUMBER_TYPES;
  if (typeof value === 'string')
    return [typeByAlias(value) ?? failWith('BadValue', `Unknown type name alias: ${value}`)];
  if (!isNumeric(value)) return failWith('TypeMismatch', 'type must be represented as a number or a string');
  return [
    typeByNumber(toDouble(value)) ?? failWith('BadValue', `Invalid numerical type code: ${toDouble(value)}`),
  ];
}

function parseSize(value: Value): number {
  const size = toWhole(value);
  if (size === null || size < 0)
    return failWith('BadValue', 'Failed to parse $size. Expected a non-negative whole number');
  return size;
}

function parseMod(value: Value): FieldTest {
  if (!Array.isArray(value)) return failWith('BadValue', 'malformed mod, needs to be an array');
  if (value.length !== 2)
    failWith('BadValue', `malformed mod, ${value.length < 2 ? 'not enough' : 'too many'} elements`);
  const [divisor, remainder] = value.map((item) => {
    if (!isNumeric(item) || !Number.isFinite(toDouble(item)))
      return failWith('BadValue', 'malformed mod, not a number');
    return typeof item === 'bigint' ? item : BigInt(Math.trunc(toDouble(item)));
  });
  if (divisor === undefined || remainder === undefined || divisor === 0n) {
    return failWith('BadValue', 'divisor cannot be 0');
  }
  return { op: 'mod', divisor, remainder };
}

function parseNot(value: Value, parseFilter: ParseFilter): FieldTest {
  if (value instanceof Regex) return { op: 'not', tests: [parseRegex(value, undefined)] };
  if (!isDoc(value)) return failWith('BadValue', '$not needs a regex or a document');
  if (value.size === 0) failWith('BadValue', '$not cannot be empty');
  return { op: 'not', tests: parseFieldTests(value, parseFilter) };
}

function parseElemMatch(value: Value, parseFilter: ParseFilter): FieldTest {
  if (!isDoc(value)) return failWith('BadValue', '$elemMatch needs an Object');
  const first = value.keys().next().value;
  if (first?.startsWith('$') !== true || ELEMENT_FILTERS.has(first) || REFERENCE_FIELDS.has(first))
    return { op: 'elemMatch', filter: parseFilter(value) };
  return { op: 'elemMatchValue', tests: parseFieldTests(value, parseFilter) };
}

function parseAll(value: Value, parseFilter: ParseFilter): FieldTest {
  if (!Array.isArray(value)) return failWith('BadValue', '$all needs an array');
  if (value.length === 0) return { op: 'in', values: [], patterns: [] };
  const nested = value.filter((item) => isDoc(item) && item.has('$elemMatch'));
  if (nested.length > 0 && nested.length < value.length)
    failWith('BadValue', '$all/$elemMatch has to be consistent');
  const tests = value.map((item): FieldTest => {
    if (item instanceof Regex) return parseRegex(item, undefined);
    if (isDoc(item) && item.has('$elemMatch')) return parseElemMatch(item.get('$elemMatch'), parseFilter);
    if (isDoc(item) && item.keys().next().value?.startsWith('$') === true) {
      return failWith('BadValue', 'no $ expressions in $all');
    }
    return { op: 'eq', value: item };
  });
  return { op: 'all', tests };
}
