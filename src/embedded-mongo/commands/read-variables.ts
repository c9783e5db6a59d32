import { compileExpression } from '../aggregate/compile-expression.ts';
import type { Given } from '../aggregate/expression.ts';
import type { Doc, Found } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import { docField } from './read-fields.ts';

const NAME = /^[a-z\u0080-\uffff][\w\u0080-\uffff]*$/;

/** The variables of the option `let`; each value may name those before it, and no field of a document. */
export function readVariables(body: Doc): Given {
  const variables = new Map<string, Found>();
  for (const [name, value] of docField(body, 'let')) {
    if (!NAME.test(name)) failWith('FailedToParse', `'${name}' is not a valid name of a variable`);
    const expression = compileExpression(value, { variables, fields: false });
    variables.set(name, expression({ root: new Map(), variables: new Map() }));
  }
  return { variables, fields: true };
}
