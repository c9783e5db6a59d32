import { isNumeric, toDouble } from '../bson/numbers.ts';
import { MISSING, type Doc, type Found, type Value } from '../bson/values.ts';

export type Scope = { readonly root: Doc; readonly variables: ReadonlyMap<string, Found> };
export type Expression = (scope: Scope) => Found;
/** What the expressions of one command may name besides their own variables: those of its option `let`. */
export type Given = { readonly variables: ReadonlyMap<string, Found>; readonly fields: boolean };
export const NOTHING_GIVEN: Given = { variables: new Map(), fields: true };
/** Compiles what nests inside; an operator that brings variables of its own names them. */
export type Compile = (value: Value, names?: readonly string[]) => Expression;

/** Compiles the operand of one operator; it gets the compiler for what nests inside. */
export type Operator = (operand: Value, compile: Compile) => Expression;

export const orNull = (found: Found): Value => (found === MISSING ? null : found);
export const isNullish = (found: Found): found is null | undefined | typeof MISSING =>
  found === MISSING || found === null || found === undefined;

/** False, 0, null and nothing are false; everything else is true. */
export function isTruthy(found: Found): boolean {
  if (isNullish(found) || found === false) return false;
  return !(isNumeric(found) && toDouble(found) === 0);
}
