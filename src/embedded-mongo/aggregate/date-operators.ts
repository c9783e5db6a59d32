import { Int32, isDoc, ObjectId, type Found } from '../bson/values.ts';
import { failWith, refuse } from '../command-error.ts';
import { isNullish, type Operator } from './expression.ts';
import { asText, namedOperands } from './operands.ts';

function asDate(found: Found, name: string): Date {
  if (found instanceof Date) return found;
  if (found instanceof ObjectId) return new Date(Buffer.from(found.bytes).readUInt32BE(0) * 1000);
  return failWith('BadValue', `${name} needs a date`);
}

/** A part of a date in UTC; other time zones are left to MongoDB. */
const datePart = (name: string, read: (date: Date) => number): [string, Operator] => [
  name,
  (operand, compile) => {
    if (isDoc(operand) && operand.has('timezone')) refuse(`timezone of ${name}`, 'BadValue');
    const inner = isDoc(operand) && operand.has('date') ? operand.get('date') : operand;
    const expression = compile(Array.isArray(inner) && inner.length === 1 ? inner[0] : inner);
    return (scope) => {
      const found = expression(scope);
      return isNullish(found) ? null : new Int32(read(asDate(found, name)));
    };
  },
];

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

const FORMATS: ReadonlyMap<string, (date: Date) => string> = new Map([
  ['Y', (date: Date) => pad(date.getUTCFullYear(), 4)],
  ['m', (date: Date) => pad(date.getUTCMonth() + 1, 2)],
  ['d', (date: Date) => pad(date.getUTCDate(), 2)],
  ['H', (date: Date) => pad(date.getUTCHours(), 2)],
  ['M', (date: Date) => pad(date.getUTCMinutes(), 2)],
  ['S', (date: Date) => pad(date.getUTCSeconds(), 2)],
  ['L', (date: Date) => pad(date.getUTCMilliseconds(), 3)],
  ['%', () => '%'],
]);

const dateToString: Operator = (operand, compile) => {
  const parts = namedOperands('$dateToString', operand, compile, ['date'], ['format', 'onNull']);
  return (scope) => {
    const found = parts.date(scope);
    if (isNullish(found)) return parts.onNull(scope);
    const format = parts.format(scope);
    const date = asDate(found, '$dateToString');
    if (isNullish(format)) return date.toISOString();
    return asText(format, '$dateToString').replace(/%(.?)/g, (_all, letter: string) => {
      const write =
        FORMATS.get(letter) ?? failWith('BadValue', `Invalid format character '%${letter}' in format string`);
      return write(date);
    });
  };
};

export const dateOperators: readonly [string, Operator][] = [
  datePart('$year', (date) => date.getUTCFullYear()),
  datePart('$month', (date) => date.getUTCMonth() + 1),
  datePart('$dayOfMonth', (date) => date.getUTCDate()),
  datePart('$dayOfWeek', (date) => date.getUTCDay() + 1),
  datePart('$hour', (date) => date.getUTCHours()),
  datePart('$minute', (date) => date.getUTCMinutes()),
  datePart('$second', (date) => date.getUTCSeconds()),
  datePart('$millisecond', (date) => date.getUTCMilliseconds()),
  ['$dateToString', dateToString],
];
