import { Decimal128 } from 'bson';
import { toDecimal } from '../bson/arithmetic.ts';
import { isNumeric, toDouble, toExact } from '../bson/numbers.ts';
import { typeOf } from '../bson/type-of.ts';
import { Int32, MISSING, ObjectId, timeOf, type Found, type Value } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import { isNullish, isTruthy, type Operator } from './expression.ts';
import { withOperands } from './operands.ts';
import { scalarText } from './text-operators.ts';

type Given = Exclude<Found, null | undefined | symbol>;

const conversion = (name: string, convert: (value: Given) => Value): [string, Operator] =>
  withOperands(name, 1, 1, ([value]) => (isNullish(value) ? null : convert(value)));

const cannot = (value: Value, target: string): never =>
  failWith('ConversionFailure', `Unsupported conversion from ${typeOf(value)} to ${target}`);

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const NOT_FINITE = /^[+-]?(inf|infinity|nan)$/i;

function doubleFrom(value: Given): number {
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof Date) return value.getTime();
  if (isNumeric(value)) return toDouble(value);
  if (typeof value !== 'string') return cannot(value, 'double');
  if (NUMBER.test(value)) return Number(value);
  if (!NOT_FINITE.test(value)) return cannot(value, 'double');
  return /nan/i.test(value) ? NaN : value.startsWith('-') ? -Infinity : Infinity;
}

function decimalFrom(value: Given): Value {
  if (isNumeric(value)) return toDecimal(value);
  if (typeof value === 'boolean') return toDecimal(new Int32(Number(value)));
  if (value instanceof Date) return toDecimal(BigInt(value.getTime()));
  if (typeof value !== 'string' || !(NUMBER.test(value) || NOT_FINITE.test(value)))
    return cannot(value, 'decimal');
  return Decimal128.fromString(value);
}

function wholeFrom(value: Given, target: 'int' | 'long'): Value {
  const whole = exactWhole(value, target);
  const fits = target === 'int' ? BigInt.asIntN(32, whole) : BigInt.asIntN(64, whole);
  if (fits !== whole) failWith('ConversionFailure', `Conversion would overflow target type ${target}`);
  return target === 'int' ? new Int32(Number(whole)) : whole;
}

function exactWhole(value: Given, target: 'int' | 'long'): bigint {
  if (typeof value === 'boolean') return BigInt(value);
  if (value instanceof Date && target === 'long') return BigInt(value.getTime());
  if (typeof value === 'string') return /^[+-]?\d+$/.test(value) ? BigInt(value) : cannot(value, target);
  if (!isNumeric(value)) return cannot(value, target);
  // Beyond every whole type already, and the digits of the largest decimals would fill a page.
  if (!(Math.abs(toDouble(value)) < 1e20))
    return failWith('ConversionFailure', `Conversion would overflow target type ${target}`);
  const { digits, exponent } = toExact(value);
  return exponent < 0 ? digits / 10n ** BigInt(-exponent) : digits * 10n ** BigInt(exponent);
}

const ISO_DATE = /^(\d{4}-\d\d(?:-\d\d)?)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(Z|[+-]\d\d:?\d\d)?)?$/;

function dateFrom(value: Given): Value {
  const numeric = isNumeric(value) && !(value instanceof Int32);
  const date = timeOf(value) ?? (numeric ? new Date(toDouble(value)) : readDate(value));
  return Number.isNaN(date.getTime()) ? cannot(value, 'date') : date;
}

/** Without an offset a date is one of UTC, wherever the server stands. */
function readDate(value: Given): Date {
  const parts = typeof value === 'string' ? ISO_DATE.exec(value) : null;
  return parts ? new Date(`${parts[1] ?? ''}T${parts[2] ?? '00:00'}${parts[3] ?? 'Z'}`) : new Date(NaN);
}

function idFrom(value: Given): Value {
  if (value instanceof ObjectId) return value;
  return typeof value === 'string' && /^[\da-f]{24}$/i.test(value)
    ? new ObjectId(Uint8Array.from(Buffer.from(value, 'hex')))
    : cannot(value, 'objectId');
}

export const typeOperators: readonly [string, Operator][] = [
  withOperands('$type', 1, 1, ([value]) =>
    value === MISSING || value === undefined ? 'missing' : typeOf(value),
  ),
  withOperands('$isNumber', 1, 1, ([value]) => isNumeric(value ?? null)),
  conversion('$toString', scalarText),
  conversion('$toBool', isTruthy),
  conversion('$toInt', (value) => wholeFrom(value, 'int')),
  conversion('$toLong', (value) => wholeFrom(value, 'long')),
  conversion('$toDouble', doubleFrom),
  conversion('$toDecimal', decimalFrom),
  conversion('$toDate', dateFrom),
  conversion('$toObjectId', idFrom),
];
