import { Decimal128 } from 'bson';
import { toDouble, toExact, type Exact, type Numeric } from './numbers.ts';
import { Int32 } from './values.ts';

const INT32_MAX = 2147483647n;
const INT64_MAX = 9223372036854775807n;
const DECIMAL_DIGITS = 34;

export const addNumbers = (a: Numeric, b: Numeric): Numeric =>
  combine(a, b, { whole: (x, y) => x + y, double: (x, y) => x + y, exact: addExact });

export const subtractNumbers = (a: Numeric, b: Numeric): Numeric =>
  combine(a, b, {
    whole: (x, y) => x - y,
    double: (x, y) => x - y,
    exact: (x, y) => addExact(x, { digits: -y.digits, exponent: y.exponent }),
  });

export const multiplyNumbers = (a: Numeric, b: Numeric): Numeric =>
  combine(a, b, {
    whole: (x, y) => x * y,
    double: (x, y) => x * y,
    exact: (x, y) => ({ digits: x.digits * y.digits, exponent: x.exponent + y.exponent }),
  });

type Operation = {
  readonly whole: (x: bigint, y: bigint) => bigint;
  readonly double: (x: number, y: number) => number;
  readonly exact: (x: Exact, y: Exact) => Exact;
};

/** The wider type wins: int32, int64, double, decimal. An int32 that overflows becomes int64, an int64 a double. */
function combine(a: Numeric, b: Numeric, operation: Operation): Numeric {
  if (a instanceof Decimal128 || b instanceof Decimal128) return combineDecimals(a, b, operation);
  if (typeof a === 'number' || typeof b === 'number') return operation.double(toDouble(a), toDouble(b));
  const whole = operation.whole(wholeOf(a), wholeOf(b));
  return a instanceof Int32 && b instanceof Int32 ? smallestWhole(whole) : longOrDouble(whole);
}

const wholeOf = (value: bigint | Int32): bigint => (typeof value === 'bigint' ? value : BigInt(value.value));
const longOrDouble = (whole: bigint): bigint | number =>
  whole > INT64_MAX || whole < -INT64_MAX - 1n ? Number(whole) : whole;

/** An int32 where it fits. */
export function smallestWhole(whole: bigint): Numeric {
  return whole > INT32_MAX || whole < -INT32_MAX - 1n ? longOrDouble(whole) : new Int32(Number(whole));
}

export const wholeNumber = (value: number): Numeric => smallestWhole(BigInt(value));

function combineDecimals(a: Numeric, b: Numeric, operation: Operation): Numeric {
  const left = toDecimal(a);
  const right = toDecimal(b);
  if (!isFiniteDecimal(left) || !isFiniteDecimal(right)) {
    return Decimal128.fromString(String(operation.double(toDouble(left), toDouble(right))));
  }
  return fromExact(operation.exact(toExact(left), toExact(right)));
}

/** Decimals by their digits: the smallest of them are 0 as doubles. */
export const isZero = (value: Numeric): boolean =>
  value instanceof Decimal128 && isFiniteDecimal(value)
    ? toExact(value).digits === 0n
    : toDouble(value) === 0;

/** By a divisor that is not zero; a double unless one of the two is a decimal. */
export function divideNumbers(a: Numeric, b: Numeric): Numeric {
  if (!(a instanceof Decimal128 || b instanceof Decimal128)) return toDouble(a) / toDouble(b);
  const left = toDecimal(a);
  const right = toDecimal(b);
  if (!isFiniteDecimal(left) || !isFiniteDecimal(right)) return toDecimal(toDouble(left) / toDouble(right));
  const x = toExact(left);
  const y = toExact(right);
  const dividend = (y.digits < 0n ? -x.digits : x.digits) * 10n ** 40n;
  const divisor = y.digits < 0n ? -y.digits : y.digits;
  const quotient = { digits: divideHalfEven(dividend, divisor), exponent: x.exponent - y.exponent - 40 };
  return fromExact(dividend % divisor === 0n ? withoutZeros(quotient, x.exponent - y.exponent) : quotient);
}

/** An exact quotient shows no more places than its operands ask for. */
function withoutZeros({ digits, exponent }: Exact, most: number): Exact {
  return exponent < most && digits % 10n === 0n
    ? withoutZeros({ digits: digits / 10n, exponent: exponent + 1 }, most)
    : { digits, exponent };
}

export function remainderOfDecimals(a: Decimal128, b: Decimal128): Decimal128 {
  if (!isFiniteDecimal(a) || Number.isNaN(toDouble(b))) return Decimal128.fromString('NaN');
  if (!isFiniteDecimal(b)) return a;
  const x = toExact(a);
  const y = toExact(b);
  const low = Math.min(x.exponent, y.exponent);
  const scaled = ({ digits, exponent }: Exact) => digits * 10n ** BigInt(exponent - low);
  return fromExact({ digits: scaled(x) % scaled(y), exponent: low });
}

const isFiniteDecimal = (value: Decimal128): boolean => !/Inf|NaN/.test(value.toString());

/** A double counts with the 15 digits that it holds for sure. */
export function toDecimal(value: Numeric): Decimal128 {
  if (value instanceof Decimal128) return value;
  if (typeof value !== 'number') return Decimal128.fromString(String(wholeOf(value)));
  return Decimal128.fromString(Number.isFinite(value) ? value.toPrecision(15) : String(value));
}

function addExact(a: Exact, b: Exact): Exact {
  const low = Math.min(a.exponent, b.exponent);
  return {
    digits: a.digits * 10n ** BigInt(a.exponent - low) + b.digits * 10n ** BigInt(b.exponent - low),
    exponent: low,
  };
}

/** Rounds half to even at 34 digits, as Decimal128 does. */
export function fromExact(exact: Exact): Decimal128 {
  let { digits, exponent } = exact;
  const excess = String(digits < 0n ? -digits : digits).length - DECIMAL_DIGITS;
  if (excess > 0) {
    digits = divideHalfEven(digits, 10n ** BigInt(excess));
    exponent += excess;
  }
  return Decimal128.fromString(`${digits}E${exponent}`);
}

export function divideHalfEven(digits: bigint, divisor: bigint): bigint {
  const quotient = digits / divisor;
  const rest = (digits < 0n ? -digits : digits) % divisor;
  const step = digits < 0n ? -1n : 1n;
  if (rest * 2n > divisor || (rest * 2n === divisor && quotient % 2n !== 0n)) return quotient + step;
  return quotient;
}
