import { compileExpression } from '../aggregate/compile-expression.ts';
import type { Given } from '../aggregate/expression.ts';
import { variableName } from '../aggregate/operands.ts';
import type { Doc, Found } from '../bson/values.ts';
import { docField } from './read-fields.ts';

/** The variables of the option `let`; each value may name those before it, and no field of a document. */
export function readVariables(body: Doc): Given {
  const variables = new Map<string, Found>();
  for (const [name, value] of docField(body, 'let')) {
    const expression = compileExpression(value, { variables, fields: false });
    variables.set(variableName(name), expression({ root: new Map(), variables: new Map() }));
  }
  return { variables, fields: true };
}
