import { splitPath } from '../bson/paths.ts';
import { isDoc, type Doc, type Found, type Value } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import { compileExpression } from './compile-expression.ts';
import type { Expression, Given } from './expression.ts';
import type { Stage } from './stage.ts';
import { withField } from './with-field.ts';

type Addition = { readonly path: readonly string[]; readonly expression: Expression };

export function addFieldsStage(operand: Value, given: Given): Stage {
  if (!isDoc(operand)) return failWith(40272, '$addFields specification stage must be an object');
  if (operand.size === 0) failWith(51272, 'Invalid $addFields: specification must have at least one field');
  const additions = flatten(operand, [], given);
  return { take: (docs) => docs.map((doc) => addAll(doc, additions)), end: () => [] };
}

function flatten(doc: Doc, prefix: readonly string[], given: Given): Addition[] {
  return [...doc].flatMap(([name, value]) => {
    const path = [...prefix, ...splitPath(name)];
    if (name === '') failWith(40352, 'FieldPath cannot be constructed with empty string');
    if (name.endsWith('.')) failWith(40353, "FieldPath must not end with a '.'.");
    if (path.includes('')) failWith(15998, 'FieldPath field names may not be empty strings.');
    if (path.some((part) => part.startsWith('$')))
      failWith(16410, `FieldPath field names may not start with '$': ${name}`);
    if (isDoc(value) && value.size === 0)
      failWith(40180, `an empty object is not a valid value. Found empty object at path ${name}`);
    const nested = isDoc(value) && value.size > 0 && value.keys().next().value?.startsWith('$') === false;
    return nested ? flatten(value, path, given) : [{ path, expression: compileExpression(value, given) }];
  });
}

/** All expressions see the document as it came in. */
function addAll(doc: Doc, additions: readonly Addition[]): Doc {
  const scope = { root: doc, variables: new Map<string, Found>() };
  return additions.reduce((result, { path, expression }) => {
    const added = withField(result, path, expression(scope));
    return isDoc(added) ? added : result;
  }, doc);
}
