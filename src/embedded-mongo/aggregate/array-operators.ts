import { equalValues } from '../bson/compare-values.ts';
import { wholeNumber } from '../bson/arithmetic.ts';
import { Int32, isDoc, MISSING, type Found, type Value } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import { isNullish, isTruthy, orNull, type Operator, type Scope } from './expression.ts';
import { asArray, asInt, asPlace, namedOperands, untilNull, variableName, withOperands } from './operands.ts';

function elementAt(items: readonly Value[], index: number): Found {
  const at = index < 0 ? items.length + index : index;
  return at >= 0 && at < items.length ? items[at] : MISSING;
}

function elementOf(name: string, list: Found, index: Found): Found {
  if (isNullish(list) || isNullish(index)) return null;
  return elementAt(asArray(list, name, 28689), asInt(index, name, 28690, 28691));
}

function slice([list, first, second]: readonly Found[]): Found {
  if (isNullish(list) || isNullish(first)) return null;
  const items = asArray(list, '$slice', 28724);
  const start = asInt(first, '$slice', 28725, 28726);
  if (second === undefined) return start >= 0 ? items.slice(0, start) : items.slice(start);
  if (isNullish(second)) return null;
  const count = asInt(second, '$slice', 28727, 28728);
  if (count <= 0) failWith(28729, 'Third argument to $slice must be positive');
  const from = start < 0 ? Math.max(0, items.length + start) : start;
  return items.slice(from, from + count);
}

const within = (scope: Scope, variables: readonly (readonly [string, Found])[]): Scope => ({
  root: scope.root,
  variables: new Map([...scope.variables, ...variables]),
});

const nameOf = (operand: Value): string =>
  isDoc(operand) && operand.has('as') ? variableName(operand.get('as')) : 'this';

function withoutName(operand: Value): Value {
  return isDoc(operand) ? new Map([...operand].filter(([name]) => name !== 'as')) : operand;
}

const filter: Operator = (operand, compile) => {
  const name = nameOf(operand);
  const parts = namedOperands(
    {
      operator: '$filter',
      notObject: 28646,
      unknown: 28647,
      required: { input: 28648, cond: 28650 },
      optional: ['limit'],
      variables: [name],
    },
    withoutName(operand),
    compile,
  );
  return (scope) => {
    const input = parts.input(scope);
    if (isNullish(input)) return null;
    const limit = parts.limit(scope);
    const most = isNullish(limit) ? Infinity : asInt(limit, '$filter', 327391, 327391);
    if (most <= 0) failWith(327392, "the 'limit' of $filter must be greater than 0");
    return asArray(input, '$filter', 28651)
      .filter((item) => isTruthy(parts.cond(within(scope, [[name, item]]))))
      .slice(0, most);
  };
};

const map: Operator = (operand, compile) => {
  const name = nameOf(operand);
  const parts = namedOperands(
    {
      operator: '$map',
      notObject: 16878,
      unknown: 16879,
      required: { input: 16880, in: 16882 },
      variables: [name],
    },
    withoutName(operand),
    compile,
  );
  return (scope) => {
    const input = parts.input(scope);
    if (isNullish(input)) return null;
    return asArray(input, '$map', 16883).map((item) => orNull(parts.in(within(scope, [[name, item]]))));
  };
};

const reduce: Operator = (operand, compile) => {
  const parts = namedOperands(
    {
      operator: '$reduce',
      notObject: 40075,
      unknown: 40076,
      required: { input: 40077, initialValue: 40078, in: 40079 },
      variables: ['value', 'this'],
    },
    operand,
    compile,
  );
  return (scope) => {
    const input = parts.input(scope);
    if (isNullish(input)) return null;
    return asArray(input, '$reduce', 40080).reduce<Found>(
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
  if (!isDoc(operand)) return failWith(16874, '$let only supports an object as its argument');
  const unknown = [...operand.keys()].find((name) => name !== 'vars' && name !== 'in');
  if (unknown !== undefined) failWith(16875, `Unrecognized parameter to $let: ${unknown}`);
  if (!operand.has('vars')) failWith(16876, "Missing 'vars' parameter to $let");
  if (!operand.has('in')) failWith(16877, "Missing 'in' parameter to $let");
  const vars = operand.get('vars');
  if (!isDoc(vars)) return failWith(10065, "invalid parameter: expected an object ('vars' of $let)");
  const compiled = [...vars].map(([name, value]) => [variableName(name), compile(value)] as const);
  const inner = compile(operand.get('in'), [...vars.keys()]);
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

/** Set operators that are null as soon as one of their lists is. */
const sets = (
  name: string,
  [least, most]: readonly [number, number],
  codes: readonly number[],
  apply: (lists: readonly Value[][]) => Value,
): [string, Operator] =>
  withOperands(name, least, most, (operands) => {
    if (codes.length > 1 && operands.some(isNullish)) return null;
    let at = -1;
    const lists = untilNull(operands, (list) => asArray(list, name, codes[(at += 1)] ?? codes[0] ?? 0));
    return lists && apply(lists);
  });

const holds = (list: readonly Value[], item: Value): boolean =>
  list.some((other) => equalValues(other, item));

function indexOf([list, item = null, start, end]: readonly Found[]): Found {
  if (isNullish(list)) return null;
  const items = asArray(list, '$indexOfArray', 40090);
  const from = start === undefined ? 0 : asPlace(start, '$indexOfArray');
  const to = end === undefined ? items.length : asPlace(end, '$indexOfArray');
  return new Int32(items.findIndex((one, at) => at >= from && at < to && equalValues(one, orNull(item))));
}

export const arrayOperators: readonly [string, Operator][] = [
  withOperands('$size', 1, 1, ([list]) => wholeNumber(asArray(list, '$size', 17124).length)),
  withOperands('$isArray', 1, 1, ([list]) => Array.isArray(list)),
  withOperands('$arrayElemAt', 2, 2, ([list, index]) => elementOf('$arrayElemAt', list, index)),
  withOperands('$first', 1, 1, ([list]) => elementOf('$first', list, 0)),
  withOperands('$last', 1, 1, ([list]) => elementOf('$last', list, -1)),
  withOperands('$in', 2, 2, ([item, list]) => holds(asArray(list, '$in', 40081), orNull(item))),
  withOperands('$indexOfArray', 2, 4, indexOf),
  withOperands('$concatArrays', 0, 1000, (lists) => {
    const all = untilNull(lists, (list) => asArray(list, '$concatArrays', 28664));
    return all ? all.flat() : null;
  }),
  withOperands('$slice', 2, 3, slice),
  withOperands('$reverseArray', 1, 1, ([list]) =>
    isNullish(list) ? null : asArray(list, '$reverseArray', 34435).toReversed(),
  ),
  sets('$setUnion', [0, 1000], [17043], (lists) => distinctOf(lists.flat())),
  sets('$setIntersection', [0, 1000], [17047], ([first = [], ...rest]) =>
    distinctOf(first.filter((item) => rest.every((list) => holds(list, item)))),
  ),
  sets('$setDifference', [2, 2], [17048, 17049], ([first = [], second = []]) =>
    distinctOf(first.filter((item) => !holds(second, item))),
  ),
  withOperands('$setIsSubset', 2, 2, ([first, second]) => {
    const part = asArray(first, '$setIsSubset', 17046);
    const whole = asArray(second, '$setIsSubset', 17042);
    return part.every((item) => holds(whole, item));
  }),
  withOperands('$anyElementTrue', 1, 1, ([list]) => asArray(list, '$anyElementTrue', 17041).some(isTruthy)),
  withOperands('$allElementsTrue', 1, 1, ([list]) =>
    asArray(list, '$allElementsTrue', 17040).every(isTruthy),
  ),
  ['$filter', filter],
  ['$map', map],
  ['$reduce', reduce],
  ['$let', letOperator],
];
