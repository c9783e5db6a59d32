import { splitPath } from '../bson/paths.ts';
import { isDoc, Regex, type Doc, type Value } from '../bson/values.ts';
import { failWith, refuse } from '../command-error.ts';
import { compileExpression } from '../aggregate/compile-expression.ts';
import { NOTHING_GIVEN, type Given } from '../aggregate/expression.ts';
import { compilePattern } from './compile-pattern.ts';
import type { Filter } from './filter-node.ts';
import { parseFieldTests, REFERENCE_FIELDS } from './parse-field-tests.ts';

const REFUSED = new Set(['$where', '$text', '$jsonSchema', '$sampleRate', '$alwaysTrue', '$alwaysFalse']);
const COMMENT = '$comment';

/** Reads a filter document; unknown operators are refused here, before anything is searched. Without `given` there is no `$expr`. */
export function parseFilter(doc: Doc, given: Given | null = NOTHING_GIVEN): Filter {
  const parts: Filter[] = [];
  for (const [name, value] of doc) {
    if (name === COMMENT) continue;
    if (name.startsWith('$') && !REFERENCE_FIELDS.has(name)) parts.push(parseTopLevel(name, value, given));
    else parts.push(...parseField(name, value));
  }
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind: 'and', parts };
}

function parseTopLevel(name: string, value: Value, given: Given | null): Filter {
  switch (name) {
    case '$and':
      return { kind: 'and', parts: parseClauses(name, value, given) };
    case '$or':
      return { kind: 'or', parts: parseClauses(name, value, given) };
    case '$nor':
      return { kind: 'nor', parts: parseClauses(name, value, given) };
    case '$expr':
      if (!given) return failWith('BadValue', '$expr can only be applied to the top-level document');
      return { kind: 'expr', expression: compileExpression(value, given) };
  }
  if (REFUSED.has(name)) refuse(name, 'BadValue');
  return failWith(
    'BadValue',
    `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
  );
}

function parseClauses(name: string, value: Value, given: Given | null): Filter[] {
  if (!Array.isArray(value) || value.length === 0)
    return failWith('BadValue', `${name} must be a nonempty array`);
  return value.map((clause) => {
    if (!isDoc(clause)) return failWith('BadValue', `${name} entries need to be full objects`);
    return parseFilter(clause, given);
  });
}

function parseField(name: string, value: Value): Filter[] {
  const path = splitPath(name);
  if (value instanceof Regex) {
    const pattern = compilePattern(value.pattern, value.flags);
    return [{ kind: 'field', path, name, test: { op: 'regex', pattern } }];
  }
  if (isDoc(value) && isOperatorDocument(value)) {
    return parseFieldTests(value, parseInner).map((test) => ({ kind: 'field', path, name, test }));
  }
  if (value === undefined) failWith('BadValue', 'cannot compare to undefined');
  return [{ kind: 'field', path, name, test: { op: 'eq', value } }];
}

/** What stands inside an array: there an `$expr` would mean the document around it. */
const parseInner = (doc: Doc): Filter => parseFilter(doc, null);

function isOperatorDocument(doc: Doc): boolean {
  const first = doc.keys().next().value;
  const isReference = doc.has('$ref') && doc.has('$id');
  return first?.startsWith('$') === true && !isReference;
}
