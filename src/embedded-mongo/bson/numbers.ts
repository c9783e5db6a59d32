import { Decimal128 } from 'bson';
import { Int32, type Found } from './values.ts';

export type Numeric = number | bigint | Int32 | Decimal128;

export const isNumeric = (value: Found): value is Numeric =>
  typeof value === 'number' ||
  value instanceof Int32 ||
  typeof value === 'bigint' ||
  value instanceof Decimal128;

/** The nearest double. Never decreasing in the value, so it may order index keys. */
export function toDouble(value: Numeric): number {
  if (typeof value === 'number') return value;
  if (value instanceof Int32) return value.value;
  if (typeof value === 'bigint') return Number(value);
  return Number(value.toString());
}

export const isNaNValue = (value: Numeric): boolean => Number.isNaN(toDouble(value));

/** A whole number that a limit, a count or a position may hold, or null. */
export function toWhole(value: Found): number | null {
  if (!isNumeric(value)) return null;
  const double = toDouble(value);
  return Number.isSafeInteger(double) ? double : null;
}

/** An exact finite number: digits × 10^exponent. */
export type Exact = { digits: bigint; exponent: number };

export function toExact(value: Numeric): Exact {
  if (value instanceof Int32) return { digits: BigInt(value.value), exponent: 0 };
  if (typeof value === 'bigint') return { digits: value, exponent: 0 };
  if (typeof value === 'number') return exactDouble(value);
  return parseDecimal(value.toString());
}

/** A double is m / 2^k, and m / 2^k = m × 5^k / 10^k. */
function exactDouble(value: number): Exact {
  if (Number.isInteger(value)) return { digits: BigInt(value), exponent: 0 };
  let scaled = value;
  let halvings = 0;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    halvings += 1;
  }
  return { digits: BigInt(scaled) * 5n ** BigInt(halvings), exponent: -halvings };
}

function parseDecimal(text: string): Exact {
  const parts = /^(-?)(\d*)(?:\.(\d*))?(?:E([+-]?\d+))?$/.exec(text);
  const fraction = parts?.[3] ?? '';
  const digits = BigInt(`${parts?.[2] ?? ''}${fraction}` || '0');
  return {
    digits: parts?.[1] === '-' ? -digits : digits,
    exponent: Number(parts?.[4] ?? 0) - fraction.length,
  };
}

function compareExact(a: Exact, b: Exact): number {
  const low = Math.min(a.exponent, b.exponent);
  const left = a.digits * 10n ** BigInt(a.exponent - low);
  const right = b.digits * 10n ** BigInt(b.exponent - low);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** NaN is the lowest number and equal to itself. */
export function compareNumbers(a: Numeric, b: Numeric): number {
  const left = a instanceof Int32 ? a.value : a;
  const right = b instanceof Int32 ? b.value : b;
  if (left instanceof Decimal128 || right instanceof Decimal128) return compareWithDecimal(left, right);
  if (left < right) return -1;
  if (left > right) return 1;
  const leftNaN = Number.isNaN(left);
  const rightNaN = Number.isNaN(right);
  return leftNaN === rightNaN ? 0 : leftNaN ? -1 : 1;
}

function compareWithDecimal(a: Numeric, b: Numeric): number {
  const left = toDouble(a);
  const right = toDouble(b);
  if (!Number.isFinite(left) || !Number.isFinite(right)) {
    if (isBeyondDouble(a, left) || isBeyondDouble(b, right)) return compareExactOrSign(a, b, left, right);
    return compareNumbers(left, right);
  }
  return left < right ? -1 : left > right ? 1 : compareExact(toExact(a), toExact(b));
}

/** A finite decimal larger than any double. */
const isBeyondDouble = (value: Numeric, double: number): boolean =>
  value instanceof Decimal128 && Math.abs(double) === Infinity && !value.toString().endsWith('Infinity');

function compareExactOrSign(a: Numeric, b: Numeric, left: number, right: number): number {
  const finite = (value: Numeric, double: number) => Number.isFinite(double) || isBeyondDouble(value, double);
  if (finite(a, left) && finite(b, right)) return compareExact(toExact(a), toExact(b));
  if (Number.isNaN(left)) return -1;
  if (Number.isNaN(right)) return 1;
  return finite(a, left) ? (right > 0 ? -1 : 1) : left > 0 ? 1 : -1;
}
