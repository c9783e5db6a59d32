import { isDoc, MISSING, type Doc, type Found, type Value } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import { passesTest } from '../filter/match-filter.ts';
import type { Scope } from '../aggregate/expression.ts';
import type { Projection, ProjectionNode } from './parse-projection.ts';

type Fields = ReadonlyMap<string, ProjectionNode>;
type Context = { readonly scope: Scope; readonly includes: boolean; readonly position: number | null };

/** The part of the document that a projection asks for. `position` is where the filter matched an array. */
export function applyProjection(projection: Projection, doc: Doc, position: number | null = null): Doc {
  const { fields, includes, keepsId } = projection;
  const context = { scope: { root: doc, variables: new Map() }, includes, position };
  const result: Doc = new Map();
  if (keepsId && doc.has('_id') && !fields.has('_id')) result.set('_id', doc.get('_id'));
  const rest = new Map([...doc].filter(([name]) => name !== '_id' || fields.has('_id')));
  for (const [name, value] of projectDoc(rest, fields, context)) result.set(name, value);
  return result;
}

function projectDoc(doc: Doc, fields: Fields, context: Context): Doc {
  const result: Doc = new Map();
  for (const [name, value] of doc) {
    const node = fields.get(name);
    const found = node ? projectValue(value, node, context) : context.includes ? MISSING : value;
    if (found !== MISSING) result.set(name, found);
  }
  for (const [name, node] of fields) addComputed(result, name, node, context);
  return result;
}

function projectValue(value: Value, node: ProjectionNode, context: Context): Found {
  switch (node.kind) {
    case 'include':
      return value;
    case 'exclude':
    case 'computed':
      return MISSING;
    case 'tree':
      return projectTree(value, node.fields, context);
    case 'slice':
      return Array.isArray(value) ? sliceOf(value, node.skip, node.limit) : value;
    case 'elemMatch':
      return firstMatching(value, node);
    case 'positional':
      return atPosition(value, context.position);
  }
}

function projectTree(value: Value, fields: Fields, context: Context): Found {
  if (isDoc(value)) return projectDoc(value, fields, context);
  if (!Array.isArray(value)) return context.includes ? MISSING : value;
  const items: Value[] = [];
  for (const item of value) {
    const found = projectTree(item, fields, context);
    if (found !== MISSING) items.push(found);
  }
  return items;
}

function addComputed(result: Doc, name: string, node: ProjectionNode, context: Context): void {
  if (node.kind === 'computed') {
    const found = node.expression(context.scope);
    if (found !== MISSING) result.set(name, found);
  } else if (node.kind === 'tree' && !result.has(name) && hasComputed(node.fields)) {
    result.set(name, projectDoc(new Map(), node.fields, context));
  }
}

const hasComputed = (fields: Fields): boolean =>
  [...fields.values()].some(
    (node) => node.kind === 'computed' || (node.kind === 'tree' && hasComputed(node.fields)),
  );

function sliceOf(items: readonly Value[], skip: number | null, limit: number): Value[] {
  if (skip === null) return limit >= 0 ? items.slice(0, limit) : items.slice(limit);
  const from = skip < 0 ? Math.max(0, items.length + skip) : skip;
  return items.slice(from, from + limit);
}

function firstMatching(value: Value, node: Extract<ProjectionNode, { kind: 'elemMatch' }>): Found {
  if (!Array.isArray(value)) return MISSING;
  const item = value.find((one) => passesTest([one], node.test));
  return item === undefined ? MISSING : [item];
}

function atPosition(value: Value, position: number | null): Found {
  if (!Array.isArray(value)) return value;
  if (position === null) {
    return failWith(
      51246,
      "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
    );
  }
  return position < value.length ? [value[position]] : [];
}
