import { isNumeric, toDouble, toWhole } from '../bson/numbers.ts';
import { splitPath } from '../bson/paths.ts';
import { isDoc, type Doc, type Value } from '../bson/values.ts';
import { failWith, refuse } from '../command-error.ts';
import { compileExpression } from '../aggregate/compile-expression.ts';
import { NOTHING_GIVEN, type Expression, type Given } from '../aggregate/expression.ts';
import type { FieldTest } from '../filter/filter-node.ts';
import { parseFieldTests } from '../filter/parse-field-tests.ts';
import { parseFilter } from '../filter/parse-filter.ts';

export type ProjectionNode =
  | { readonly kind: 'include' }
  | { readonly kind: 'exclude' }
  | { readonly kind: 'computed'; readonly expression: Expression }
  | { readonly kind: 'slice'; readonly skip: number | null; readonly limit: number }
  | { readonly kind: 'elemMatch'; readonly test: FieldTest }
  | { readonly kind: 'positional' }
  | { readonly kind: 'tree'; readonly fields: Map<string, ProjectionNode> };

type Mode = 'include' | 'exclude';

export type Projection = {
  readonly includes: boolean;
  readonly keepsId: boolean;
  readonly fields: Map<string, ProjectionNode>;
};

/** `find` knows `$slice`, `$elemMatch` and the positional `$`; the stage `$project` has expressions only. */
export type ProjectionDialect = 'find' | 'stage';

export function parseProjection(
  doc: Doc,
  dialect: ProjectionDialect,
  given: Given = NOTHING_GIVEN,
): Projection {
  const fields = new Map<string, ProjectionNode>();
  let chosen: Mode | null = null;
  let keepsId: boolean | null = null;
  let positional = false;
  for (const [name, value] of flatten(doc)) {
    const node = parseNode(name, value, dialect, given);
    if (name === '_id' && (node.kind === 'include' || node.kind === 'exclude')) {
      keepsId = node.kind === 'include';
      continue;
    }
    const mode = modeOf(node);
    if (mode && chosen && mode !== chosen) refuseMixture(node, name);
    chosen ??= mode;
    if (node.kind === 'positional' && positional)
      failWith(31276, 'Cannot specify more than one positional projection per query.');
    positional ||= node.kind === 'positional';
    place(fields, splitPath(name.replace(/\.\$$/, '')), node, name);
  }
  const onlyId = chosen === null && keepsId === true && fields.size === 0;
  return { includes: chosen === 'include' || onlyId, keepsId: keepsId ?? true, fields };
}

function refuseMixture(node: ProjectionNode, name: string): never {
  if (node.kind === 'exclude')
    return failWith(31254, `Cannot do exclusion on field ${name} in inclusion projection`);
  return node.kind === 'computed'
    ? failWith(31252, `Cannot use an expression in an exclusion projection: ${name}`)
    : failWith(31253, `Cannot do inclusion on field ${name} in exclusion projection`);
}

function modeOf(node: ProjectionNode): Mode | null {
  if (node.kind === 'exclude') return 'exclude';
  return node.kind === 'slice' ? null : 'include';
}

/** `{a: {b: 1}}` means `{'a.b': 1}`. */
function flatten(doc: Doc): [string, Value][] {
  return [...doc].flatMap(([name, value]): [string, Value][] => {
    if (name === '') failWith(40352, 'FieldPath cannot be constructed with empty string');
    if (isDoc(value) && value.size === 0)
      failWith(51270, `An empty sub-projection is not a valid value. Found empty object at path ${name}`);
    const nested = isDoc(value) && value.size > 0 && value.keys().next().value?.startsWith('$') === false;
    return nested ? flatten(value).map(([inner, one]) => [`${name}.${inner}`, one]) : [[name, value]];
  });
}

function parseNode(name: string, value: Value, dialect: ProjectionDialect, given: Given): ProjectionNode {
  if (name.endsWith('.$')) {
    if (dialect === 'stage') failWith(31324, 'positional projection is only allowed in find');
    if (isNumeric(value) ? toDouble(value) === 0 : value !== true)
      failWith(31395, 'positional projection cannot be used with exclusion');
    return { kind: 'positional' };
  }
  if (name.endsWith('.')) failWith(40353, "FieldPath must not end with a '.'.");
  if (/^\.|\.\./.test(name)) failWith(15998, 'FieldPath field names may not be empty strings.');
  if (name.startsWith('$')) failWith('BadValue', `invalid path in a projection: '${name}'`);
  if (isNumeric(value)) return { kind: toDouble(value) === 0 ? 'exclude' : 'include' };
  if (typeof value === 'boolean') return { kind: value ? 'include' : 'exclude' };
  if (isDoc(value) && dialect === 'find') {
    if (value.has('$slice')) return parseSlice(value.get('$slice')) ?? computed(value, given);
    if (value.has('$elemMatch')) {
      if (name.includes('.')) failWith(31275, 'Cannot use $elemMatch projection on a nested field');
      return parseElemMatch(value);
    }
    if (value.has('$meta')) refuse('$meta', 'BadValue');
  }
  return computed(value, given);
}

const computed = (value: Value, given: Given): ProjectionNode => ({
  kind: 'computed',
  expression: compileExpression(value, given),
});

/** A list of two whole numbers, or one; anything else is the expression `$slice`. */
function parseSlice(value: Value): ProjectionNode | null {
  const single = toWhole(value);
  if (single !== null) return { kind: 'slice', skip: null, limit: single };
  if (!Array.isArray(value) || value.length !== 2) return null;
  const skip = toWhole(value[0]);
  const limit = toWhole(value[1]);
  if (skip === null || limit === null) return null;
  if (limit <= 0) failWith('BadValue', '$slice limit must be positive');
  return { kind: 'slice', skip, limit };
}

function parseElemMatch(value: Doc): ProjectionNode {
  const [test] = parseFieldTests(value, (doc) => parseFilter(doc, null));
  return test ? { kind: 'elemMatch', test } : failWith('BadValue', '$elemMatch needs an Object');
}

function place(
  fields: Map<string, ProjectionNode>,
  path: readonly string[],
  node: ProjectionNode,
  name: string,
): void {
  const [head = '', ...rest] = path;
  const known = fields.get(head);
  if (rest.length === 0) {
    if (known) failWith(31250, `Path collision at ${name}`);
    fields.set(head, node);
    return;
  }
  if (known && known.kind !== 'tree') {
    return failWith(31249, `Path collision at ${name} remaining portion ${rest.join('.')}`);
  }
  const tree = known ?? { kind: 'tree', fields: new Map<string, ProjectionNode>() };
  fields.set(head, tree);
  place(tree.fields, rest, node, name);
}
