import { equalValues } from '../bson/compare-values.ts';
import { isNumeric, toDouble } from '../bson/numbers.ts';
import { isIndex } from '../bson/paths.ts';
import { Int32, isDoc, type Doc, type Value } from '../bson/values.ts';
import { failWith, refuse } from '../command-error.ts';
import type { Filter } from '../filter/filter-node.ts';
import { parseFilter } from '../filter/parse-filter.ts';
import type { CollectionInfo, IndexInfo } from '../storage/catalog-entry.ts';
import { flagField, refuseOptions, refuseType } from './read-fields.ts';

const REFUSED_OPTIONS = [
  'hidden',
  'collation',
  'wildcardProjection',
  'storageEngine',
  'prepareUnique',
  'clustered',
];
const KNOWN = [
  ...['key', 'name', 'unique', 'sparse', 'partialFilterExpression', 'expireAfterSeconds'],
  ...['background', 'v', 'ns', ...REFUSED_OPTIONS],
];
const MOST_INDEXES = 64;
const PARTIAL_TESTS = new Set(['eq', 'lt', 'lte', 'gt', 'gte', 'exists', 'type', 'in']);

/** Checks the specification of an index and brings it into the form that `listIndexes` shows. */
export function readIndexSpec(given: Doc): Doc {
  const unknown = [...given.keys()].find((name) => !KNOWN.includes(name));
  if (unknown !== undefined) {
    failWith(
      'InvalidIndexSpecificationOption',
      `The field '${unknown}' is not valid for an index specification.`,
    );
  }
  refuseOptions(given, REFUSED_OPTIONS);
  for (const field of ['key', 'name'])
    if (!given.has(field))
      failWith('FailedToParse', `The '${field}' field is a required property of an index specification`);
  const key = given.get('key');
  if (!isDoc(key)) return refuseType('key', key, 'object');
  if (key.size === 0) failWith('CannotCreateIndex', 'Index keys cannot be an empty object.');
  for (const [name, direction] of key) checkField(name, direction);
  const name = given.get('name');
  if (typeof name !== 'string') return refuseType('name', name, 'string');
  if (name === '') failWith('CannotCreateIndex', 'index names cannot be empty');
  const spec: Doc = new Map<string, Value>([
    ['v', new Int32(2)],
    ['key', key],
    ['name', name],
  ]);
  for (const option of ['unique', 'sparse'] as const) if (flagField(given, option)) spec.set(option, true);
  copyPartial(given, spec);
  copyExpiry(given, spec, key);
  return spec;
}

function checkField(name: string, direction: Value): void {
  if (typeof direction === 'string') refuse(`an index of type ${direction}`, 'CannotCreateIndex');
  if (!isNumeric(direction) || toDouble(direction) === 0 || Number.isNaN(toDouble(direction))) {
    failWith('CannotCreateIndex', 'Values in the index key pattern must be numbers other than 0.');
  }
  if (name.includes('$**')) refuse('a wildcard index', 'CannotCreateIndex');
  const parts = name.split('.');
  if (parts.includes('') || parts.some((part) => part.startsWith('$'))) {
    failWith('CannotCreateIndex', `Index key contains an illegal field name: '${name}'`);
  }
  if (parts.some(isIndex)) refuse('an index on a position of an array', 'CannotCreateIndex');
}

function copyPartial(given: Doc, spec: Doc): void {
  if (!given.has('partialFilterExpression')) return;
  const partial = given.get('partialFilterExpression');
  if (!isDoc(partial)) return refuseType('partialFilterExpression', partial, 'object');
  if (spec.has('sparse'))
    failWith('CannotCreateIndex', 'cannot mix "partialFilterExpression" and "sparse" options');
  checkPartial(parseFilter(partial));
  spec.set('partialFilterExpression', partial);
}

function checkPartial(filter: Filter): void {
  if (filter.kind === 'and' || filter.kind === 'or') filter.parts.forEach(checkPartial);
  else if (filter.kind !== 'field' || !PARTIAL_TESTS.has(filter.test.op)) {
    failWith('CannotCreateIndex', 'unsupported expression in partial index');
  }
}

function copyExpiry(given: Doc, spec: Doc, key: Doc): void {
  const expiry = given.get('expireAfterSeconds');
  if (expiry === undefined || expiry === null) return;
  if (!isNumeric(expiry)) return refuseType('expireAfterSeconds', expiry, 'number');
  if (!(toDouble(expiry) >= 0) || toDouble(expiry) > 2147483647) {
    return failWith(
      'CannotCreateIndex',
      'TTL index expireAfterSeconds has to be a number from 0 to 2147483647',
    );
  }
  if (key.size !== 1 || key.has('_id'))
    failWith('CannotCreateIndex', 'TTL indexes are single-field indexes, not on _id');
  spec.set('expireAfterSeconds', expiry);
}

/** The index that is already there, or null; the same name or the same key for something else is refused. */
export function findExisting(collection: CollectionInfo, spec: Doc): IndexInfo | null {
  for (const index of collection.indexes) {
    const sameName = index.name === spec.get('name');
    const sameKey = equalValues(index.spec.get('key'), spec.get('key'));
    const same = equalValues(comparable(index.spec), comparable(spec));
    if (sameName && sameKey && same) return index;
    if (sameKey && index.name === '_id_') return index;
    if (sameName) {
      failWith(
        'IndexKeySpecsConflict',
        `An existing index has the same name as the requested index: ${index.name}`,
      );
    }
    const samePartial = equalValues(
      index.spec.get('partialFilterExpression'),
      spec.get('partialFilterExpression'),
    );
    if (sameKey && samePartial) {
      failWith('IndexOptionsConflict', `Index already exists with a different name: ${index.name}`);
    }
  }
  if (collection.indexes.length >= MOST_INDEXES)
    failWith('CannotCreateIndex', `too many indexes, at most ${MOST_INDEXES}`);
  return null;
}

function comparable(spec: Doc): Doc {
  const names = ['unique', 'sparse', 'partialFilterExpression', 'expireAfterSeconds'];
  return new Map(names.map((name) => [name, spec.get(name)]));
}
