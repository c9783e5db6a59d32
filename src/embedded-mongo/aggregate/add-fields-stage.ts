import { isDoc, type Doc, type Found, type Value } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import { compileExpression } from './compile-expression.ts';
import type { Expression, Given } from './expression.ts';
import type { Stage } from './stage.ts';
import { withField } from './with-field.ts';

type Addition = { readonly path: readonly string[]; readonly expression: Expression };

export function addFieldsStage(operand: Value, given: Given): Stage {
  if (!isDoc(operand) || operand.size === 0)
    return failWith('FailedToParse', '$addFields specification must be an object with a field');
  const additions = flatten(operand, [], given);
  return { take: (docs) => docs.map((doc) => addAll(doc, additions)), end: () => [] };
}

function flatten(doc: Doc, prefix: readonly string[], given: Given): Addition[] {
  return [...doc].flatMap(([name, value]) => {
    const path = [...prefix, ...name.split('.')];
    if (path.includes('') || path.some((part) => part.startsWith('$')))
      failWith('BadValue', `invalid field path '${name}'`);
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
