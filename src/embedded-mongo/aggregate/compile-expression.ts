import { splitPath } from '../bson/paths.ts';
import { isDoc, MISSING, type Doc, type Found, type Value } from '../bson/values.ts';
import { failWith, refuse } from '../command-error.ts';
import { arithmeticOperators } from './arithmetic-operators.ts';
import { arrayOperators } from './array-operators.ts';
import { dateOperators } from './date-operators.ts';
import { NOTHING_GIVEN, orNull, type Expression, type Given, type Operator } from './expression.ts';
import { logicOperators } from './logic-operators.ts';
import { objectOperators } from './object-operators.ts';
import { textOperators } from './text-operators.ts';
import { typeOperators } from './type-operators.ts';

const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  [
    '$literal',
    (operand: Value): Expression =>
      () =>
        operand,
  ],
  ...arithmeticOperators,
  ...logicOperators,
  ...arrayOperators,
  ...textOperators,
  ...objectOperators,
  ...typeOperators,
  ...dateOperators,
]);
const REFUSED = new Set(['$function', '$accumulator', '$where', '$meta']);

/** `names` are the variables that operators around this expression bring. */
export function compileExpression(
  value: Value,
  given: Given = NOTHING_GIVEN,
  names: readonly string[] = [],
): Expression {
  if (typeof value === 'string' && value.startsWith('$')) return compilePath(value, given, names);
  if (Array.isArray(value)) {
    const items = value.map((item) => compileExpression(item, given, names));
    return (scope) => items.map((item) => orNull(item(scope)));
  }
  if (!isDoc(value)) return () => value;
  const first = value.keys().next().value;
  if (first?.startsWith('$') === true) return compileOperator(first, value, given, names);
  return compileObject(value, given, names);
}

function compileOperator(name: string, doc: Doc, given: Given, names: readonly string[]): Expression {
  if (doc.size !== 1) failWith(15983, 'an object representing an expression must have exactly one field');
  const operator = OPERATORS.get(name);
  if (operator)
    return operator(doc.get(name), (inner, more = []) =>
      compileExpression(inner, given, [...names, ...more]),
    );
  if (REFUSED.has(name)) refuse(name, 'InvalidPipelineOperator');
  return failWith('InvalidPipelineOperator', `Unrecognized expression '${name}'`);
}

function compileObject(doc: Doc, given: Given, names: readonly string[]): Expression {
  const fields = [...doc].map(([name, value]): [string, Expression] => {
    checkFieldName(name);
    return [name, compileExpression(value, given, names)];
  });
  return (scope) => {
    const result: Doc = new Map();
    for (const [name, expression] of fields) {
      const found = expression(scope);
      if (found !== MISSING) result.set(name, found);
    }
    return result;
  };
}

function checkFieldName(name: string): void {
  if (name === '') failWith(15998, 'FieldPath field names may not be empty strings.');
  if (name.startsWith('$')) failWith(16410, `FieldPath field names may not start with '$': ${name}`);
  if (name.includes('.')) failWith(16412, `FieldPath field names may not contain '.': ${name}`);
}

function compilePath(text: string, given: Given, names: readonly string[]): Expression {
  if (!text.startsWith('$$')) return compileField(fieldPath(text.slice(1)), given);
  if (text === '$$') failWith('FailedToParse', 'empty variable names are not allowed');
  const [name = '', ...path] = fieldPath(text.slice(2));
  if (name === 'ROOT' || name === 'CURRENT') return compileField(path, given);
  if (name === 'REMOVE') return () => MISSING;
  if (name === 'NOW') {
    const now = new Date();
    return () => now;
  }
  if (names.includes(name)) return (scope) => readPath(scope.variables.get(name), path, 0);
  const value = given.variables.get(name);
  if (value === undefined && !given.variables.has(name))
    failWith(17276, `Use of undefined variable: ${name}`);
  return () => readPath(value, path, 0);
}

function compileField(path: readonly string[], { fields }: Given): Expression {
  if (!fields)
    failWith(
      4890500,
      'Command let Expression tried to access a field, but this is not allowed because Command let expressions run before the query examines any documents.',
    );
  return (scope) => readPath(scope.root, path, 0);
}

function fieldPath(text: string): string[] {
  if (text === '') failWith(16872, "'$' by itself is not a valid FieldPath");
  const path = splitPath(text);
  if (path.at(-1) === '') failWith(40353, "FieldPath must not end with a '.'.");
  if (path.includes('')) failWith(15998, 'FieldPath field names may not be empty strings.');
  return path;
}

/** An array on the way is answered by the array of what its documents hold; positions are not looked up. */
function readPath(value: Found, path: readonly string[], at: number): Found {
  const part = path[at];
  if (part === undefined) return value;
  if (isDoc(value)) return value.has(part) ? readPath(value.get(part), path, at + 1) : MISSING;
  if (!Array.isArray(value)) return MISSING;
  const found: Value[] = [];
  for (const item of value) {
    const inner = isDoc(item) || Array.isArray(item) ? readPath(item, path, at) : MISSING;
    if (inner !== MISSING) found.push(inner);
  }
  return found;
}
