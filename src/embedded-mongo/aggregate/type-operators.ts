import { toDecimal, wholeNumber } from '../bson/arithmetic.ts';
import { isNumeric, toDouble } from '../bson/numbers.ts';
import { typeOf } from '../bson/type-of.ts';
import { Int32, MISSING, ObjectId, type Found, type Value } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import { isNullish, isTruthy, type Operator } from './expression.ts';
import { withOperands } from './operands.ts';
import { scalarText } from './text-operators.ts';

type Given = Exclude<Found, null | undefined | symbol>;

const conversion = (name: string, convert: (value: Given) => Value): [string, Operator] =>
  withOperands(name, 1, 1, ([value]) => (isNullish(value) ? null : convert(value)));

const cannot = (value: Value, target: string): never =>
  failWith('ConversionFailure', `Unsupported conversion from ${typeOf(value)} to ${target}`);

function numberFrom(value: Given, target: string): number {
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof Date) return value.getTime();
  if (isNumeric(value)) return toDouble(value);
  if (typeof value === 'string' && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value)) return Number(value);
  return cannot(value, target);
}

function wholeFrom(value: Given, target: 'int' | 'long'): Value {
  if (typeof value === 'bigint') return target === 'long' ? value : wholeNumber(boundedInt(Number(value)));
  if (typeof value === 'string' && !/^[+-]?\d+$/.test(value)) return cannot(value, target);
  const whole = Math.trunc(numberFrom(value, target));
  if (!Number.isSafeInteger(whole))
    return failWith('ConversionFailure', `Conversion would overflow target type ${target}`);
  return target === 'long' ? BigInt(whole) : wholeNumber(boundedInt(whole));
}

const boundedInt = (value: number): number =>
  Math.abs(value) <= 2147483647
    ? value
    : failWith('ConversionFailure', 'Conversion would overflow target type int');

function dateFrom(value: Given): Value {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return new Date(Buffer.from(value.bytes).readUInt32BE(0) * 1000);
  const date =
    typeof value === 'string'
      ? new Date(value)
      : isNumeric(value) && !(value instanceof Int32)
        ? new Date(toDouble(value))
        : new Date(NaN);
  return Number.isNaN(date.getTime()) ? cannot(value, 'date') : date;
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
  conversion('$toDouble', (value) => numberFrom(value, 'double')),
  conversion('$toDecimal', (value) =>
    isNumeric(value) ? toDecimal(value) : toDecimal(numberFrom(value, 'decimal')),
  ),
  conversion('$toDate', dateFrom),
  conversion('$toObjectId', idFrom),
];
