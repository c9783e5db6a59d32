import { equalValues } from '../bson/compare-values.ts';
import { wholeNumber } from '../bson/arithmetic.ts';
import { Int32, isDoc, MISSING, type Found, type Value } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import { isNullish, isTruthy, orNull, type Operator, type Scope } from './expression.ts';
import { asWhole, namedOperands, withOperands } from './operands.ts';

function asArray(found: Found, name: string): Value[] {
  return Array.isArray(found) ? found : failWith('BadValue', `The argument to ${name} must be an array`);
}

function elementAt(items: readonly Value[], index: number): Found {
  const at = index < 0 ? items.length + index : index;
  return at >= 0 && at < items.length ? items[at] : MISSING;
}

function slice([list, first, second]: readonly Found[]): Found {
  if (isNullish(list) || first === null || second === null) return null;
  if (!Array.isArray(list)) return failWith(28724, 'First argument to $slice must be an array');
  const items = list;
  const start = asWhole(first, '$slice');
  if (second === undefined) return start >= 0 ? items.slice(0, start) : items.slice(start);
  const count = asWhole(second, '$slice');
  if (count <= 0) failWith('BadValue', 'Third argument to $slice must be positive');
  const from = start < 0 ? Math.max(0, items.length + start) : start;
  return items.slice(from, from + count);
}

const within = (scope: Scope, variables: readonly (readonly [string, Found])[]): Scope => ({
  root: scope.root,
  variables: new Map([...scope.variables, ...variables]),
});

function variableName(operand: Value): string {
  const name = isDoc(operand) ? operand.get('as') : undefined;
  return typeof name === 'string' ? name : 'this';
}

function withoutName(operand: Value): Value {
  return isDoc(operand) ? new Map([...operand].filter(([name]) => name !== 'as')) : operand;
}

const filter: Operator = (operand, compile) => {
  const name = variableName(operand);
  const parts = namedOperands('$filter', withoutName(operand), compile, ['input', 'cond'], ['limit'], [name]);
  return (scope) => {
    const input = parts.input(scope);
    if (isNullish(input)) return null;
    const limit = parts.limit(scope);
    const kept = asArray(input, '$filter').filter((item) =>
      isTruthy(parts.cond(within(scope, [[name, item]]))),
    );
    return isNullish(limit) ? kept : kept.slice(0, asWhole(limit, '$filter'));
  };
};

const map: Operator = (operand, compile) => {
  const name = variableName(operand);
  const parts = namedOperands('$map', withoutName(operand), compile, ['input', 'in'], [], [name]);
  return (scope) => {
    const input = parts.input(scope);
    if (isNullish(input)) return null;
    return asArray(input, '$map').map((item) => orNull(parts.in(within(scope, [[name, item]]))));
  };
};

const reduce: Operator = (operand, compile) => {
  const parts = namedOperands(
    '$reduce',
    operand,
    compile,
    ['input', 'initialValue', 'in'],
    [],
    ['value', 'this'],
  );
  return (scope) => {
    const input = parts.input(scope);
    if (isNullish(input)) return null;
    return asArray(input, '$reduce').reduce<Found>(
      (value, item) =>
        parts.in(
          within(scope, [
            ['value', value],
            ['this', item],
          ]),
        ),
      parts.initialValue(scope),
    );
  };
};

const letOperator: Operator = (operand, compile) => {
  if (!isDoc(operand)) return failWith('FailedToParse', '$let only supports an object as its argument');
  const vars = operand.get('vars');
  const body = operand.get('in');
  if (!isDoc(vars) || operand.size !== 2) return failWith('FailedToParse', '$let needs exactly vars and in');
  const compiled = [...vars].map(([name, value]) => [name, compile(value)] as const);
  const inner = compile(body, [...vars.keys()]);
  return (scope) =>
    inner(
      within(
        scope,
        compiled.map(([name, value]) => [name, value(scope)] as const),
      ),
    );
};

function distinctOf(items: readonly Value[]): Value[] {
  return items.filter((item, index) => items.findIndex((other) => equalValues(other, item)) === index);
}

const sets = (name: string, apply: (lists: readonly Value[][]) => Value): [string, Operator] =>
  withOperands(name, 1, 1000, (lists) =>
    lists.some(isNullish) ? null : apply(lists.map((list) => asArray(list, name))),
  );

const holds = (list: readonly Value[], item: Value): boolean =>
  list.some((other) => equalValues(other, item));

export const arrayOperators: readonly [string, Operator][] = [
  withOperands('$size', 1, 1, ([list]) => wholeNumber(asArray(list, '$size').length)),
  withOperands('$isArray', 1, 1, ([list]) => Array.isArray(list)),
  withOperands('$arrayElemAt', 2, 2, ([list, index]) =>
    isNullish(list) || isNullish(index)
      ? null
      : elementAt(asArray(list, '$arrayElemAt'), asWhole(index, '$arrayElemAt')),
  ),
  withOperands('$first', 1, 1, ([list]) => (isNullish(list) ? null : elementAt(asArray(list, '$first'), 0))),
  withOperands('$last', 1, 1, ([list]) => (isNullish(list) ? null : elementAt(asArray(list, '$last'), -1))),
  withOperands('$in', 2, 2, ([item, list]) => holds(asArray(list, '$in'), orNull(item))),
  withOperands('$indexOfArray', 2, 2, ([list, item]) =>
    isNullish(list)
      ? null
      : new Int32(asArray(list, '$indexOfArray').findIndex((one) => equalValues(one, orNull(item)))),
  ),
  withOperands('$concatArrays', 0, 1000, (lists) =>
    lists.some(isNullish) ? null : lists.flatMap((list) => asArray(list, '$concatArrays')),
  ),
  withOperands('$slice', 2, 3, slice),
  withOperands('$reverseArray', 1, 1, ([list]) =>
    isNullish(list) ? null : asArray(list, '$reverseArray').toReversed(),
  ),
  sets('$setUnion', (lists) => distinctOf(lists.flat())),
  sets('$setIntersection', ([first = [], ...rest]) =>
    distinctOf(first.filter((item) => rest.every((list) => holds(list, item)))),
  ),
  sets('$setDifference', ([first = [], second = []]) =>
    distinctOf(first.filter((item) => !holds(second, item))),
  ),
  sets('$setIsSubset', ([first = [], second = []]) => first.every((item) => holds(second, item))),
  sets('$anyElementTrue', ([list = []]) => list.some(isTruthy)),
  sets('$allElementsTrue', ([list = []]) => list.every(isTruthy)),
  ['$filter', filter],
  ['$map', map],
  ['$reduce', reduce],
  ['$let', letOperator],
];
