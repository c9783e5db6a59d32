import { emptyDoc, isDoc, type Doc, type Value } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import type { Filter } from '../filter/filter-node.ts';

/** The document that an upsert starts from: what the filter says by equality. */
export function buildUpsert(filter: Filter): Doc {
  const doc: Doc = new Map();
  collect(filter, doc);
  return doc;
}

function collect(filter: Filter, doc: Doc): void {
  if (filter.kind === 'and' || (filter.kind === 'or' && filter.parts.length === 1)) {
    for (const part of filter.parts) collect(part, doc);
    return;
  }
  if (filter.kind !== 'field') return;
  const { test } = filter;
  const single =
    test.op === 'in' && test.values.length === 1 && test.patterns.length === 0
      ? test.values[0]
      : test.op === 'all' && test.tests.length === 1 && test.tests[0]?.op === 'eq'
        ? test.tests[0].value
        : NONE;
  if (test.op === 'eq') set(doc, filter.path, test.value, filter.name);
  else if (single !== NONE) set(doc, filter.path, single, filter.name);
}

const NONE = Symbol('none');

function set(doc: Doc, path: readonly string[], value: Value, name: string): void {
  const [head = '', ...rest] = path;
  if (name.startsWith('_id.'))
    failWith('NotExactValueField', `field at '_id' must be exactly specified, found '${name}'`);
  const known = doc.get(head);
  if (rest.length === 0) {
    if (doc.has(head))
      failWith('NotSingleValueField', `cannot infer query fields to set, path '${name}' is matched twice`);
    doc.set(head, value);
    return;
  }
  if (doc.has(head) && !isDoc(known))
    failWith('NotSingleValueField', `cannot infer query fields to set, path '${name}' is matched twice`);
  const inner: Doc = isDoc(known) ? known : emptyDoc();
  doc.set(head, inner);
  set(inner, rest, value, name);
}
