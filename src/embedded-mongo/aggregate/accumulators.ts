import { divideNumbers, wholeNumber } from '../bson/arithmetic.ts';
import { compareValues } from '../bson/compare-values.ts';
import { isNumeric } from '../bson/numbers.ts';
import { Int32, isDoc, MISSING, type Found, type Value } from '../bson/values.ts';
import { failWith, refuse } from '../command-error.ts';
import { compileExpression } from './compile-expression.ts';
import { RunningSum } from './running-sum.ts';
import { StageMemory } from './stage-memory.ts';
import { isNullish, orNull, type Expression, type Given } from './expression.ts';

/** Collects one value a document and gives the result of the group. */
export type Accumulator = { readonly add: (found: Found) => void; readonly result: () => Value };
export type AccumulatorPlan = { readonly expression: Expression; readonly start: () => Accumulator };

const REFUSED = new Set(['$accumulator', '$function']);

export function parseAccumulator(name: string, value: Value, given: Given): AccumulatorPlan {
  if (!isDoc(value)) return failWith(40234, `The field '${name}' must be an accumulator object`);
  if (value.size !== 1) return failWith(40238, `The field '${name}' must specify one accumulator`);
  const [[operator, operand] = ['', null]] = value;
  if (REFUSED.has(operator)) refuse(operator, 15952);
  const start = STARTS.get(operator);
  if (!start) return failWith(15952, `unknown group operator '${operator}'`);
  if (Array.isArray(operand)) failWith(40237, `The ${operator} accumulator is a unary operator`);
  if (operator !== '$count') return { expression: compileExpression(operand, given), start };
  if (!isDoc(operand) || operand.size > 0)
    failWith('TypeMismatch', '$count takes no arguments, i.e. $count:{}');
  return { expression: () => null, start };
}

function extreme(direction: 1 | -1): () => Accumulator {
  return () => {
    let best: Value = null;
    return {
      add: (found) => {
        if (!isNullish(found) && (best === null || compareValues(found, best) * direction < 0)) best = found;
      },
      result: () => best,
    };
  };
}

function sum(): Accumulator {
  const total = new RunningSum();
  return {
    add: (found) => {
      if (isNumeric(found)) total.add(found);
    },
    result: () => total.value(),
  };
}

function average(): Accumulator {
  const total = new RunningSum();
  let n = 0;
  return {
    add: (found) => {
      if (!isNumeric(found)) return;
      n += 1;
      total.add(found);
    },
    result: () => (n === 0 ? null : divideNumbers(total.value(), new Int32(n))),
  };
}

function list(distinct: boolean): () => Accumulator {
  return () => {
    const items: Value[] = [];
    const memory = new StageMemory();
    return {
      add: (found) => {
        if (found === MISSING || (distinct && items.some((item) => compareValues(item, found) === 0))) return;
        memory.hold(found);
        items.push(found);
      },
      result: () => items,
    };
  };
}

function first(): Accumulator {
  let kept: Found | null = MISSING;
  let any = false;
  return {
    add: (found) => {
      if (!any) kept = found;
      any = true;
    },
    result: () => orNull(kept),
  };
}

function last(): Accumulator {
  let kept: Found = MISSING;
  return {
    add: (found) => {
      kept = found;
    },
    result: () => orNull(kept),
  };
}

function counter(): Accumulator {
  let n = 0;
  return { add: () => (n += 1), result: () => wholeNumber(n) };
}

const STARTS: ReadonlyMap<string, () => Accumulator> = new Map([
  ['$sum', sum],
  ['$avg', average],
  ['$min', extreme(1)],
  ['$max', extreme(-1)],
  ['$first', first],
  ['$last', last],
  ['$push', list(false)],
  ['$addToSet', list(true)],
  ['$count', counter],
]);
