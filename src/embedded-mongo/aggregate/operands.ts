import { isNumeric, toWhole } from '../bson/numbers.ts';
import { showValue } from '../bson/show-value.ts';
import { isDoc, MISSING, type Found, type Value } from '../bson/values.ts';
import { failWith, type ErrorName } from '../command-error.ts';
import { isNullish, type Compile, type Expression, type Operator } from './expression.ts';

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

/** How an operator with named operands looks, and MongoDB's codes for what can be wrong with that. */
type NamedShape<Required extends string, Optional extends string> = {
  readonly operator: string;
  readonly notObject: ErrorName;
  readonly unknown: ErrorName;
  /** Each required operand with the code for its absence. */
  readonly required: Readonly<Record<Required, ErrorName>>;
  readonly optional?: readonly Optional[];
  /** Variables that the operator brings. */
  readonly variables?: readonly string[];
};

/** Compiles an operator with named operands and refuses names that it does not know. */
export function namedOperands<Required extends string, Optional extends string = never>(
  shape: NamedShape<Required, Optional>,
  operand: Value,
  compile: Compile,
): Record<Required | Optional, Expression> {
  const { operator, optional = [], variables = [] } = shape;
  const required: ReadonlyMap<string, ErrorName> = new Map(Object.entries(shape.required));
  if (!isDoc(operand))
    return failWith(shape.notObject, `${operator} only supports an object as its argument`);
  const names: readonly string[] = [...required.keys(), ...optional];
  for (const name of operand.keys()) {
    if (!names.includes(name)) failWith(shape.unknown, `Unrecognized argument to ${operator}: ${name}`);
  }
  const compiled = names.map((name): [string, Expression] => {
    if (operand.has(name)) return [name, compile(operand.get(name), variables)];
    const code = required.get(name);
    return code === undefined
      ? [name, () => MISSING]
      : failWith(code, `Missing '${name}' parameter to ${operator}`);
  });
  return Object.fromEntries(compiled) as Record<Required | Optional, Expression>;
}

const VARIABLE = /^[a-z\u0080-\uffff][\w\u0080-\uffff]*$/;

/** The name of a variable of the user; names with a capital belong to MongoDB. */
export function variableName(name: Value): string {
  return typeof name === 'string' && VARIABLE.test(name)
    ? name
    : failWith('FailedToParse', `${showValue(name)} is not a valid name of a variable`);
}

/** The operands up to the first that is null or missing; then the whole is null. */
export function untilNull<T>(operands: readonly Found[], read: (operand: Value) => T): T[] | null {
  const values: T[] = [];
  for (const operand of operands) {
    if (isNullish(operand)) return null;
    values.push(read(operand));
  }
  return values;
}

export function asArray(found: Found, operator: string, code: ErrorName): Value[] {
  return Array.isArray(found) ? found : failWith(code, `The argument to ${operator} must be an array`);
}

/** A whole number of 32 bits. */
export function asInt(found: Found, operator: string, notNumber: ErrorName, notInt: ErrorName): number {
  if (!isNumeric(found)) return failWith(notNumber, `${operator} needs a numeric value`);
  const whole = toWhole(found);
  return whole !== null && Math.abs(whole) <= 2147483648
    ? whole
    : failWith(notInt, `${operator} needs a value that is a 32-bit integer`);
}

/** Where a search begins or ends. */
export function asPlace(found: Found, operator: string): number {
  const place = asInt(found, operator, 40096, 40096);
  return place >= 0 ? place : failWith(40097, `${operator} requires a nonnegative index`);
}

export function asText(found: Found, operator: string, code: ErrorName): string {
  return typeof found === 'string' ? found : failWith(code, `${operator} needs a string`);
}
