import { isIndex, stepInto } from '../bson/paths.ts';
import { equalValues } from '../bson/compare-values.ts';
import { isDoc, MISSING, type Doc, type Found, type Value } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import type { Filter } from '../filter/filter-node.ts';
import { matchFilter } from '../filter/match-filter.ts';
import { changeValue, type Moment } from './change-value.ts';
import type { PathChange, UpdatePlan } from './update-plan.ts';

const MAX_PADDING = 1_500_000;

/** Changes `doc` in place, or returns its replacement with the same `_id`. */
export function applyUpdate(plan: UpdatePlan, doc: Doc, position: number | null, moment: Moment): Doc {
  const id: Found = doc.has('_id') ? doc.get('_id') : MISSING;
  const result = plan.kind === 'replace' ? replace(plan.doc, id) : change(plan, doc, position, moment);
  const newId: Found = result.has('_id') ? result.get('_id') : MISSING;
  if (id !== MISSING && (newId === MISSING || !sameId(id, newId))) {
    failWith(
      'ImmutableField',
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    );
  }
  return result;
}

const sameId = (a: Value, b: Value): boolean => equalValues(a, b);

function replace(doc: Doc, id: Found): Doc {
  const given = doc.has('_id');
  const kept = given ? doc.get('_id') : id;
  const rest = [...doc].filter(([name]) => name !== '_id');
  return new Map(kept === MISSING ? rest : [['_id', kept], ...rest]);
}

function change(
  plan: Extract<UpdatePlan, { kind: 'change' }>,
  doc: Doc,
  position: number | null,
  moment: Moment,
): Doc {
  for (const one of plan.changes) {
    for (const path of concretePaths(doc, one.path, 0, position, plan.arrayFilters))
      changePath(doc, path, one, moment);
  }
  return doc;
}

function changePath(doc: Doc, path: readonly string[], { change: what }: PathChange, moment: Moment): void {
  if (what.op === 'rename') {
    if (what.to.length > 0) rename(doc, path, what.to);
    return;
  }
  const old = readAt(doc, path);
  const value = changeValue(old, what, moment, path.join('.'));
  if (value === MISSING) removeAt(doc, path);
  else if (value !== old) {
    if (!moment.inserting) refuseDollarName(path);
    writeAt(doc, path, value);
  }
}

/** Only a new document may come with such a name at its top. */
function refuseDollarName(path: readonly string[]): void {
  const [first = ''] = path;
  if (!first.startsWith('$')) return;
  failWith(
    'DollarPrefixedFieldName',
    `The dollar ($) prefixed field '${first}' in '${path.join('.')}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
  );
}

function rename(doc: Doc, from: readonly string[], to: readonly string[]): void {
  const value = readAt(doc, from);
  if (value === MISSING) {
    refuseBlockedPath(doc, from);
    return;
  }
  if (passesArray(doc, from) || passesArray(doc, to)) {
    failWith(
      'BadValue',
      `The source and the destination field of $rename cannot be array elements: ${from.join('.')}`,
    );
  }
  removeAt(doc, from);
  writeAt(doc, to, value);
}

/** A path that leads through something that holds no fields is a mistake, not a missing field. */
function refuseBlockedPath(doc: Doc, path: readonly string[]): void {
  const at = path.findIndex((_part, index) => {
    const found = readAt(doc, path.slice(0, index));
    return found !== MISSING && !isDoc(found) && !Array.isArray(found);
  });
  if (at > 0)
    failWith(
      'PathNotViable',
      `cannot use the part '${path[at - 1] ?? ''}' of '${path.join('.')}' to traverse the element before it`,
    );
}

const passesArray = (doc: Doc, path: readonly string[]): boolean =>
  path.slice(1).some((_part, index) => Array.isArray(readAt(doc, path.slice(0, index + 1))));

/** Replaces `$`, `$[]` and `$[name]` by positions. */
function concretePaths(
  value: Found,
  path: readonly string[],
  at: number,
  position: number | null,
  filters: ReadonlyMap<string, Filter>,
): string[][] {
  const part = path[at];
  if (part === undefined) return [[]];
  const follow = (step: string): string[][] =>
    concretePaths(stepInto(value, step), path, at + 1, position, filters).map((rest) => [step, ...rest]);
  if (part === '$') {
    if (position === null)
      failWith('BadValue', 'The positional operator did not find the match needed from the query.');
    return follow(String(position));
  }
  if (!/^\$\[.*\]$/.test(part)) return follow(part);
  if (!Array.isArray(value)) {
    return failWith(
      'BadValue',
      `Cannot apply array updates to non-array element at '${path.slice(0, at).join('.')}'`,
    );
  }
  const name = part.slice(2, -1);
  const filter = filters.get(name);
  return value.flatMap((item, index) =>
    filter === undefined || matchFilter(filter, new Map([[name, item]])) ? follow(String(index)) : [],
  );
}

function readAt(doc: Doc, path: readonly string[]): Found {
  return path.reduce<Found>(stepInto, doc);
}

function removeAt(doc: Doc, path: readonly string[]): void {
  const last = path.at(-1) ?? '';
  const parent = readAt(doc, path.slice(0, -1));
  if (isDoc(parent)) parent.delete(last);
  else if (Array.isArray(parent) && isIndex(last) && Number(last) < parent.length)
    parent[Number(last)] = null;
}

/** Writes the value, making the documents on the way. */
function writeAt(doc: Doc, path: readonly string[], value: Value): void {
  let here: Value = doc;
  path.forEach((part, index) => {
    const last = index === path.length - 1;
    const known = stepInto(here, part);
    const next: Value = last ? value : known === MISSING ? new Map<string, Value>() : known;
    if (last || known === MISSING) store(here, part, next, path);
    here = next;
  });
}

function store(parent: Value, part: string, value: Value, path: readonly string[]): void {
  if (isDoc(parent)) parent.set(part, value);
  else if (Array.isArray(parent) && isIndex(part)) {
    if (Number(part) - parent.length > MAX_PADDING)
      failWith('BadValue', `cannot pad an array by more than ${MAX_PADDING} elements`);
    while (parent.length < Number(part)) parent.push(null);
    parent[Number(part)] = value;
  } else
    failWith(
      'PathNotViable',
      `Cannot create field '${part}' in the element before it, path '${path.join('.')}'`,
    );
}
