import { compareTexts } from '../bson/compare-values.ts';
import { isIndex, splitPath } from '../bson/paths.ts';
import { isDoc, type Doc, type Value } from '../bson/values.ts';
import { failWith, refuse } from '../command-error.ts';
import type { Filter } from '../filter/filter-node.ts';
import { parseFilter } from '../filter/parse-filter.ts';
import { changeParser } from './parse-change.ts';
import type { PathChange, UpdatePlan } from './update-plan.ts';

/** Reads an update document or a replacement; everything that can be refused without a document is refused here. */
export function parseUpdate(update: Value, arrayFilters: Value): UpdatePlan {
  if (Array.isArray(update)) return refuse('an update by pipeline', 'FailedToParse');
  if (!isDoc(update))
    return failWith('FailedToParse', 'Update argument must be either an object or an array');
  const first = update.keys().next().value;
  if (first?.startsWith('$') !== true) return parseReplacement(update, arrayFilters);
  const changes = [...update].flatMap(([operator, fields]) => parseOperator(operator, fields));
  changes.sort((a, b) => comparePaths(a.path, b.path));
  refuseConflicts(changes);
  return { kind: 'change', changes, arrayFilters: parseArrayFilters(arrayFilters, changes) };
}

function parseReplacement(doc: Doc, arrayFilters: Value): UpdatePlan {
  if (Array.isArray(arrayFilters) && arrayFilters.length > 0) {
    failWith('FailedToParse', 'arrayFilters may not be specified for a replacement');
  }
  const wrong = [...doc.keys()].find((name) => name.startsWith('$'));
  if (wrong !== undefined) {
    failWith(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${wrong}' is not allowed in the context of a replacement`,
    );
  }
  return { kind: 'replace', doc };
}

function parseOperator(operator: string, fields: Value): PathChange[] {
  if (!operator.startsWith('$')) {
    return failWith(
      'FailedToParse',
      `Unknown modifier: ${operator}. Expected a valid update modifier or a replacement`,
    );
  }
  const parseChange = changeParser(operator);
  if (!isDoc(fields)) {
    return failWith(
      'FailedToParse',
      `Modifiers operate on fields but we found another type instead: ${operator}`,
    );
  }
  return [...fields].flatMap(([name, value]) => {
    const path = parsePath(name);
    const change = parseChange(value, name);
    const paths = change.op === 'rename' ? [path, change.to] : [path];
    return paths.map((one, index) => ({
      operator,
      path: one,
      change: index === 0 ? change : { op: 'rename', to: [] },
    }));
  });
}

function parsePath(name: string): string[] {
  const path = splitPath(name);
  if (path.includes('')) failWith('EmptyFieldName', `The update path '${name}' contains an empty field name`);
  if (/^\$(?:\[.*\])?$/.test(path[0] ?? ''))
    failWith('BadValue', `Cannot have positional (i.e. '$') element in the first position in path '${name}'`);
  if (path.indexOf('$') !== path.lastIndexOf('$'))
    failWith('BadValue', `Too many positional (i.e. '$') elements found in path '${name}'`);
  return path;
}

/** New fields are added in the order of their paths, numbers by value. */
function comparePaths(a: readonly string[], b: readonly string[]): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const order = isIndex(part) && isIndex(other) ? Number(part) - Number(other) : compareTexts(part, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function refuseConflicts(changes: readonly PathChange[]): void {
  changes.forEach(({ path }, index) => {
    const next = changes[index + 1]?.path;
    if (next && path.every((part, at) => next[at] === part)) {
      failWith(
        'ConflictingUpdateOperators',
        `Updating the path '${next.join('.')}' would create a conflict at '${path.join('.')}'`,
      );
    }
  });
}

function parseArrayFilters(value: Value, changes: readonly PathChange[]): Map<string, Filter> {
  const filters = new Map<string, Filter>();
  if (value === undefined) return checkUsed(filters, changes);
  if (!Array.isArray(value)) return failWith('TypeMismatch', 'arrayFilters must be an array');
  for (const item of value) {
    if (!isDoc(item) || item.size === 0)
      return failWith(
        'FailedToParse',
        'Cannot use an expression without a top-level field name in arrayFilters',
      );
    const names = new Set(topLevelNames(item));
    const [name = ''] = names;
    if (names.size !== 1)
      failWith('FailedToParse', 'Error parsing array filter: expected a single top-level field name');
    if (!/^[a-z][a-zA-Z0-9]*$/.test(name))
      failWith(
        'BadValue',
        `The top-level field name in an array filter must be alphanumeric beginning with a lowercase letter, found '${name}'`,
      );
    if (filters.has(name))
      failWith('FailedToParse', `Found multiple array filters with the same top-level field name ${name}`);
    filters.set(name, parseFilter(item));
  }
  return checkUsed(filters, changes);
}

function topLevelNames(filter: Doc): string[] {
  return [...filter].flatMap(([name, value]) => {
    if (!name.startsWith('$')) return [name.split('.')[0] ?? ''];
    return Array.isArray(value) ? value.filter(isDoc).flatMap(topLevelNames) : [];
  });
}

function checkUsed(filters: Map<string, Filter>, changes: readonly PathChange[]): Map<string, Filter> {
  const used = new Set(changes.flatMap(({ path }) => path).map((part) => /^\$\[(.+)\]$/.exec(part)?.[1]));
  for (const name of filters.keys()) {
    if (!used.has(name))
      failWith('FailedToParse', `The array filter for identifier '${name}' was not used in the update`);
  }
  for (const name of used) {
    if (name !== undefined && !filters.has(name))
      failWith('BadValue', `No array filter found for identifier '${name}'`);
  }
  return filters;
}
