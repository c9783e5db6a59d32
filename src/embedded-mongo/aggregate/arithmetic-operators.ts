import { Decimal128 } from 'bson';
import {
  addNumbers,
  fromExact,
  isFiniteDecimal,
  multiplyNumbers,
  subtractNumbers,
  divideHalfEven,
  smallestWhole,
  toDecimal,
} from '../bson/arithmetic.ts';
import { isNumeric, toDouble, toExact, toWhole, type Numeric } from '../bson/numbers.ts';
import { Int32, type Found } from '../bson/values.ts';
import { failWith, refuse } from '../command-error.ts';
import { isNullish, type Operator } from './expression.ts';
import { withOperands } from './operands.ts';

const numeric = (found: Found, name: string): Numeric =>
  isNumeric(found) ? found : failWith('TypeMismatch', `${name} only supports numeric types`);

const unary = (name: string, apply: (value: Numeric) => Numeric): [string, Operator] =>
  withOperands(name, 1, 1, ([value]) => (isNullish(value) ? null : apply(numeric(value, name))));

const binary = (name: string, apply: (a: Numeric, b: Numeric) => Numeric): [string, Operator] =>
  withOperands(name, 2, 2, ([a, b]) =>
    isNullish(a) || isNullish(b) ? null : apply(numeric(a, name), numeric(b, name)),
  );

function addAll(values: readonly Found[]): Found {
  if (values.some(isNullish)) return null;
  const dates = values.filter((value) => value instanceof Date);
  if (dates.length > 1) failWith('BadValue', 'only one date allowed in an $add expression');
  const sum = values
    .filter((value) => !(value instanceof Date))
    .map((value) => numeric(value, '$add'))
    .reduce(addNumbers, new Int32(0));
  const [date] = dates;
  return date ? new Date(date.getTime() + Math.round(toDouble(sum))) : sum;
}

function subtract([a, b]: readonly Found[]): Found {
  if (isNullish(a) || isNullish(b)) return null;
  if (a instanceof Date && b instanceof Date) return BigInt(a.getTime() - b.getTime());
  if (a instanceof Date) return new Date(a.getTime() - Math.round(toDouble(numeric(b, '$subtract'))));
  return subtractNumbers(numeric(a, '$subtract'), numeric(b, '$subtract'));
}

function divide(a: Numeric, b: Numeric): Numeric {
  if (toDouble(b) === 0) failWith('BadValue', "can't $divide by zero");
  if (!(a instanceof Decimal128 || b instanceof Decimal128)) return toDouble(a) / toDouble(b);
  const left = toDecimal(a);
  const right = toDecimal(b);
  if (!isFiniteDecimal(left) || !isFiniteDecimal(right)) return toDecimal(toDouble(a) / toDouble(b));
  const x = toExact(left);
  const y = toExact(right);
  return fromExact({
    digits: divideHalfEven(
      (y.digits < 0n ? -x.digits : x.digits) * 10n ** 40n,
      y.digits < 0n ? -y.digits : y.digits,
    ),
    exponent: x.exponent - y.exponent - 40,
  });
}

function remainder(a: Numeric, b: Numeric): Numeric {
  if (toDouble(b) === 0) failWith('BadValue', "can't $mod by zero");
  if (a instanceof Decimal128 || b instanceof Decimal128) refuse('$mod of decimals', 'BadValue');
  if (typeof a === 'number' || typeof b === 'number') return toDouble(a) % toDouble(b);
  const rest = toExact(a).digits % toExact(b).digits;
  return a instanceof Int32 && b instanceof Int32 ? smallestWhole(rest) : rest;
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
  return value instanceof Int32 ? smallestWhole(whole) : whole;
}

function roundDigits(digits: bigint, unit: bigint, rounding: Rounding): bigint {
  const towardsZero = digits / unit;
  if (rounding === 'half-even') return divideHalfEven(digits, unit);
  if (digits % unit === 0n || rounding === 'to-zero') return towardsZero;
  if (rounding === 'down') return digits < 0n ? towardsZero - 1n : towardsZero;
  return digits < 0n ? towardsZero : towardsZero + 1n;
}

const rounder = (name: string, rounding: Rounding): [string, Operator] =>
  withOperands(name, 1, 2, ([value, places]) => {
    if (isNullish(value) || places === null) return null;
    const at = places === undefined ? 0 : toWhole(places);
    if (at === null || at < -20 || at > 100)
      return failWith('BadValue', `${name} takes places from -20 to 100`);
    return roundAt(numeric(value, name), at, rounding);
  });

const negate = (value: Numeric): Numeric => subtractNumbers(new Int32(0), value);

export const arithmeticOperators: readonly [string, Operator][] = [
  withOperands('$add', 0, 1000, addAll),
  withOperands('$subtract', 2, 2, subtract),
  withOperands('$multiply', 0, 1000, (values) =>
    values.some(isNullish)
      ? null
      : values.map((value) => numeric(value, '$multiply')).reduce(multiplyNumbers, new Int32(1)),
  ),
  binary('$divide', divide),
  binary('$mod', remainder),
  unary('$abs', (value) => (toDouble(value) < 0 ? negate(value) : value)),
  unary('$ceil', (value) => roundAt(value, 0, 'up')),
  unary('$floor', (value) => roundAt(value, 0, 'down')),
  unary('$sqrt', (value) =>
    toDouble(value) < 0
      ? failWith('BadValue', "$sqrt's argument must be greater than or equal to 0")
      : Math.sqrt(toDouble(value)),
  ),
  binary('$pow', (a, b) => {
    const power = toDouble(a) ** toDouble(b);
    return typeof a === 'number' || typeof b === 'number' || !Number.isSafeInteger(power)
      ? power
      : smallestWhole(BigInt(power));
  }),
  rounder('$round', 'half-even'),
  rounder('$trunc', 'to-zero'),
];
