import { compareValues } from '../bson/compare-values.ts';
import { Int32, isDoc, MISSING, type Found, type Value } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import { isNullish, isTruthy, type Compile, type Expression, type Operator } from './expression.ts';
import { compileOperands, namedOperands, withOperands } from './operands.ts';

/** Nothing comes before null, as in MongoDB's expressions. */
function compareFound(a: Found, b: Found): number {
  if (a === MISSING || b === MISSING) return Number(b === MISSING) - Number(a === MISSING);
  return compareValues(a, b);
}

const comparison = (name: string, holds: (order: number) => boolean): [string, Operator] =>
  withOperands(name, 2, 2, ([a, b]) => holds(compareFound(a, b)));

const and: Operator = (operand, compile) => {
  const parts = compileOperands(operand, compile);
  return (scope) => parts.every((part) => isTruthy(part(scope)));
};

const or: Operator = (operand, compile) => {
  const parts = compileOperands(operand, compile);
  return (scope) => parts.some((part) => isTruthy(part(scope)));
};

const cond: Operator = (operand, compile) => {
  if (Array.isArray(operand) && operand.length !== 3)
    failWith(16020, 'Expression $cond takes exactly 3 arguments');
  const [test, yes, no] = Array.isArray(operand)
    ? operand.map((one) => compile(one))
    : condByName(operand, compile);
  return (scope) => (isTruthy(test?.(scope)) ? yes?.(scope) : no?.(scope));
};

const COND = {
  operator: '$cond',
  notObject: 16020,
  unknown: 17083,
  required: { if: 17080, then: 17081, else: 17082 },
} as const;

function condByName(operand: Value, compile: Compile): Expression[] {
  const parts = namedOperands(COND, operand, compile);
  return [parts.if, parts.then, parts.else];
}

const ifNull: Operator = (operand, compile) => {
  const parts = compileOperands(operand, compile);
  if (parts.length < 2) failWith(1257300, '$ifNull needs at least two arguments');
  return (scope) => {
    let found: Found = null;
    for (const part of parts) {
      found = part(scope);
      if (!isNullish(found)) return found;
    }
    return found;
  };
};

const switchOperator: Operator = (operand, compile) => {
  if (!isDoc(operand)) return failWith(40060, '$switch requires an object as an argument');
  for (const name of operand.keys()) {
    if (name !== 'branches' && name !== 'default')
      failWith(40067, `$switch found an unknown argument: ${name}`);
  }
  const list = operand.get('branches') ?? [];
  if (!Array.isArray(list)) return failWith(40061, "$switch expected an array for 'branches'");
  if (list.length === 0) failWith(40068, '$switch requires at least one branch');
  const branches = list.map((branch) => parseBranch(branch, compile));
  const otherwise = operand.has('default') ? compile(operand.get('default')) : null;
  return (scope) => {
    const branch = branches.find(({ test }) => isTruthy(test(scope)));
    if (branch) return branch.then(scope);
    return otherwise
      ? otherwise(scope)
      : failWith(
          40066,
          '$switch could not find a matching branch for an input, and no default was specified',
        );
  };
};

function parseBranch(branch: Value, compile: Compile): { test: Expression; then: Expression } {
  if (!isDoc(branch)) return failWith(40062, '$switch expected each branch to be an object');
  const wrong = [...branch.keys()].find((name) => name !== 'case' && name !== 'then');
  if (wrong !== undefined) failWith(40063, `$switch found an unknown argument to a branch: ${wrong}`);
  if (!branch.has('case')) failWith(40064, "$switch requires each branch have a 'case' expression");
  if (!branch.has('then')) failWith(40065, "$switch requires each branch have a 'then' expression");
  return { test: compile(branch.get('case')), then: compile(branch.get('then')) };
}

export const logicOperators: readonly [string, Operator][] = [
  comparison('$eq', (order) => order === 0),
  comparison('$ne', (order) => order !== 0),
  comparison('$gt', (order) => order > 0),
  comparison('$gte', (order) => order >= 0),
  comparison('$lt', (order) => order < 0),
  comparison('$lte', (order) => order <= 0),
  withOperands('$cmp', 2, 2, ([a, b]) => new Int32(Math.sign(compareFound(a, b)))),
  ['$and', and],
  ['$or', or],
  withOperands('$not', 1, 1, ([value]) => !isTruthy(value)),
  ['$cond', cond],
  ['$ifNull', ifNull],
  ['$switch', switchOperator],
];
