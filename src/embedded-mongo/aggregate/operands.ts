import { toWhole } from '../bson/numbers.ts';
import { isDoc, MISSING, type Found, type Value } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import type { Compile, Expression, Operator } from './expression.ts';

/** Compiles an operator that takes a fixed number of operands; a single one may stand without its array. */
export function withOperands(
  name: string,
  least: number,
  most: number,
  apply: (operands: readonly Found[]) => Found,
): [string, Operator] {
  return [
    name,
    (operand, compile) => {
      const operands = compileOperands(operand, compile);
      if (operands.length < least || operands.length > most) {
        failWith(
          least === most ? 16020 : 28667,
          `Expression ${name} takes ${least} to ${most} arguments, ${operands.length} were passed in`,
        );
      }
      return (scope) => apply(operands.map((one) => one(scope)));
    },
  ];
}

export function compileOperands(operand: Value, compile: Compile): Expression[] {
  return Array.isArray(operand) ? operand.map((one) => compile(one)) : [compile(operand)];
}

/** Compiles an operator with named operands and refuses names that it does not know. */
export function namedOperands<Name extends string>(
  operator: string,
  operand: Value,
  compile: Compile,
  required: readonly Name[],
  optional: readonly Name[] = [],
  variables: readonly string[] = [],
): Record<Name, Expression> {
  if (!isDoc(operand))
    return failWith('FailedToParse', `${operator} only supports an object as its argument`);
  for (const name of operand.keys()) {
    if (!(required as readonly string[]).includes(name) && !(optional as readonly string[]).includes(name)) {
      failWith('FailedToParse', `Unrecognized parameter to ${operator}: ${name}`);
    }
  }
  const missing = required.find((name) => !operand.has(name));
  if (missing !== undefined) failWith('FailedToParse', `Missing '${missing}' parameter to ${operator}`);
  const compiled = [...required, ...optional].map((name): [Name, Expression] => [
    name,
    operand.has(name) ? compile(operand.get(name), variables) : () => MISSING,
  ]);
  return Object.fromEntries(compiled) as Record<Name, Expression>;
}

export function asWhole(found: Found, operator: string): number {
  return toWhole(found) ?? failWith('BadValue', `${operator} needs a whole number`);
}

export function asText(found: Found, operator: string): string {
  return typeof found === 'string' ? found : failWith('BadValue', `${operator} needs a string`);
}
