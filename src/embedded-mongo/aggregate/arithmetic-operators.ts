import { Decimal128 } from 'bson';
import {
  addNumbers,
  divideHalfEven,
  divideNumbers,
  fromExact,
  isZero,
  multiplyNumbers,
  remainderOfDecimals,
  smallestWhole,
  subtractNumbers,
  toDecimal,
} from '../bson/arithmetic.ts';
import { isNumeric, toDouble, toExact, type Numeric } from '../bson/numbers.ts';
import { Int32, type Found } from '../bson/values.ts';
import { failWith, refuse, type ErrorName } from '../command-error.ts';
import { isNullish, type Operator } from './expression.ts';
import { asInt, untilNull, withOperands } from './operands.ts';

const numeric = (found: Found, name: string, code: ErrorName = 'TypeMismatch'): Numeric =>
  isNumeric(found) ? found : failWith(code, `${name} only supports numeric types`);

const unary = (name: string, apply: (value: Numeric) => Numeric): [string, Operator] =>
  withOperands(name, 1, 1, ([value]) => (isNullish(value) ? null : apply(numeric(value, name, 28765))));

const binary = (
  name: string,
  [left, right]: readonly [ErrorName, ErrorName],
  apply: (a: Numeric, b: Numeric) => Numeric,
): [string, Operator] =>
  withOperands(name, 2, 2, ([a, b]) =>
    isNullish(a) || isNullish(b) ? null : apply(numeric(a, name, left), numeric(b, name, right)),
  );

function addAll(operands: readonly Found[]): Found {
  const values = untilNull(operands, (value) => (value instanceof Date ? value : numeric(value, '$add')));
  if (!values) return null;
  const numbers: Numeric[] = [];
  const dates: Date[] = [];
  for (const value of values)
    if (value instanceof Date) dates.push(value);
    else numbers.push(value);
  const [date, second] = dates;
  if (second) failWith(16612, 'only one date allowed in an $add expression');
  const sum = numbers.reduce(addNumbers, new Int32(0));
  return date ? movedDate(date, toDouble(sum)) : sum;
}

function movedDate(date: Date, by: number): Date {
  const moved = new Date(date.getTime() + Math.round(by));
  return Number.isNaN(moved.getTime()) ? failWith('Overflow', 'date overflow') : moved;
}

function subtract([a, b]: readonly Found[]): Found {
  if (isNullish(a) || isNullish(b)) return null;
  if (a instanceof Date && b instanceof Date) return BigInt(a.getTime() - b.getTime());
  if (a instanceof Date) return movedDate(a, -toDouble(numeric(b, '$subtract')));
  return subtractNumbers(numeric(a, '$subtract'), numeric(b, '$subtract'));
}

function divide(a: Numeric, b: Numeric): Numeric {
  return isZero(b) ? failWith('BadValue', "can't $divide by zero") : divideNumbers(a, b);
}

function remainder(a: Numeric, b: Numeric): Numeric {
  const decimal = a instanceof Decimal128 || b instanceof Decimal128;
  if (isZero(b)) failWith(decimal ? 5733415 : 16610, "can't $mod by zero");
  if (decimal) return remainderOfDecimals(toDecimal(a), toDecimal(b));
  if (typeof a === 'number' || typeof b === 'number') return toDouble(a) % toDouble(b);
  const rest = toExact(a).digits % toExact(b).digits;
  return a instanceof Int32 && b instanceof Int32 ? smallestWhole(rest) : rest;
}

/** Whole numbers to a whole power stay whole as long as they fit. */
function power(base: Numeric, exponent: Numeric): Numeric {
  if (base instanceof Decimal128 || exponent instanceof Decimal128) refuse('$pow of decimals', 'BadValue');
  const double = toDouble(base) ** toDouble(exponent);
  if (isZero(base) && toDouble(exponent) < 0)
    failWith(28764, '$pow cannot take a base of 0 and a negative exponent');
  if (typeof base === 'number' || typeof exponent === 'number' || Math.abs(double) > 2 ** 63) return double;
  if (!Number.isInteger(double)) return double;
  const whole = toDouble(exponent) < 0 ? BigInt(double) : toExact(base).digits ** toExact(exponent).digits;
  const result = smallestWhole(whole);
  return result instanceof Int32 && (typeof base === 'bigint' || typeof exponent === 'bigint')
    ? whole
    : result;
}

function squareRoot(value: Numeric): Numeric {
  if (value instanceof Decimal128) refuse('$sqrt of decimals', 'BadValue');
  return toDouble(value) < 0
    ? failWith(28714, "$sqrt's argument must be greater than or equal to 0")
    : Math.sqrt(toDouble(value));
}

function absolute(value: Numeric): Numeric {
  if (value === -(2n ** 63n)) failWith(28680, "can't take $abs of long long min");
  return toDouble(value) < 0 ? subtractNumbers(new Int32(0), value) : value;
}

type Rounding = 'half-even' | 'down' | 'up' | 'to-zero';

/** Rounds at a number of decimal places, on exact digits, keeping the type. */
function roundAt(value: Numeric, places: number, rounding: Rounding): Numeric {
  if (!Number.isFinite(toDouble(value))) return value;
  const exact = toExact(value);
  const drop = -exact.exponent - places;
  if (drop <= 0) return value;
  const unit = 10n ** BigInt(drop);
  const result = { digits: roundDigits(exact.digits, unit, rounding), exponent: exact.exponent + drop };
  if (value instanceof Decimal128) return fromExact(result);
  if (typeof value === 'number') return Number(`${result.digits}e${result.exponent}`);
  const whole = result.digits * 10n ** BigInt(Math.max(0, result.exponent));
  const narrow = smallestWhole(whole);
  if (typeof narrow === 'number') failWith(51080, 'the rounded value does not fit into 64 bits');
  return value instanceof Int32 ? narrow : whole;
}

function roundDigits(digits: bigint, unit: bigint, rounding: Rounding): bigint {
  const towardsZero = digits / unit;
  if (rounding === 'half-even') return divideHalfEven(digits, unit);
  if (digits % unit === 0n || rounding === 'to-zero') return towardsZero;
  if (rounding === 'down') return digits < 0n ? towardsZero - 1n : towardsZero;
  return digits < 0n ? towardsZero : towardsZero + 1n;
}

const rounder = (name: string, rounding: Rounding): [string, Operator] =>
  withOperands(name, 1, 2, ([found, places = new Int32(0)]) => {
    if (isNullish(found)) return null;
    const value = numeric(found, name, 51081);
    if (isNullish(places)) return null;
    const at = asInt(places, name, 51082, 51082);
    if (at < -20 || at > 100) failWith(51083, `cannot apply ${name} with precision value ${at}`);
    return roundAt(value, at, rounding);
  });

export const arithmeticOperators: readonly [string, Operator][] = [
  withOperands('$add', 0, 1000, addAll),
  withOperands('$subtract', 2, 2, subtract),
  withOperands('$multiply', 0, 1000, (operands) => {
    const values = untilNull(operands, (value) => numeric(value, '$multiply'));
    return values ? values.reduce(multiplyNumbers, new Int32(1)) : null;
  }),
  binary('$divide', ['TypeMismatch', 'TypeMismatch'], divide),
  binary('$mod', [16611, 16611], remainder),
  unary('$abs', absolute),
  unary('$ceil', (value) => roundAt(value, 0, 'up')),
  unary('$floor', (value) => roundAt(value, 0, 'down')),
  unary('$sqrt', squareRoot),
  binary('$pow', [28762, 28763], power),
  rounder('$round', 'half-even'),
  rounder('$trunc', 'to-zero'),
];
