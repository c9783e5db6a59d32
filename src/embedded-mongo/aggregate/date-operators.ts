import { typeOf } from '../bson/type-of.ts';
import { Int32, isDoc, timeOf, type Found, type Value } from '../bson/values.ts';
import { failWith, refuse } from '../command-error.ts';
import { isNullish, orNull, type Operator } from './expression.ts';
import { asText, namedOperands } from './operands.ts';

function asDate(found: Found, name: string): Date {
  const type = typeOf(orNull(found));
  return timeOf(found) ?? failWith(16006, `can't convert from BSON type ${type} to Date (${name})`);
}

/** A part of a date in UTC; other time zones are left to MongoDB. */
const datePart = (name: string, read: (date: Date) => number): [string, Operator] => [
  name,
  (operand, compile) => {
    const expression = compile(dateOperand(name, operand));
    return (scope) => {
      const found = expression(scope);
      return isNullish(found) ? null : new Int32(read(asDate(found, name)));
    };
  },
];

/** A date stands alone, in an array of one, or by its name. */
function dateOperand(name: string, operand: Value): Value {
  if (Array.isArray(operand))
    return operand.length === 1 ? operand[0] : failWith(40536, `${name} accepts exactly one argument`);
  if (!isDoc(operand) || operand.keys().next().value?.startsWith('$') === true) return operand;
  const unknown = [...operand.keys()].find((key) => key !== 'date' && key !== 'timezone');
  if (unknown !== undefined) failWith(40535, `unrecognized option to ${name}: "${unknown}"`);
  if (!operand.has('date')) failWith(40539, `missing 'date' argument to ${name}`);
  if (operand.has('timezone')) refuse(`timezone of ${name}`, 'BadValue');
  return operand.get('date');
}

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

const UNSUPPORTED = /[GjuUVwzZBb]/;

const DATE_TO_STRING = {
  operator: '$dateToString',
  notObject: 18629,
  unknown: 18534,
  required: { date: 18628 },
  optional: ['format', 'onNull'],
} as const;

const dateToString: Operator = (operand, compile) => {
  if (isDoc(operand) && operand.has('timezone')) refuse('timezone of $dateToString', 'BadValue');
  const parts = namedOperands(DATE_TO_STRING, operand, compile);
  const given = (name: string): boolean => isDoc(operand) && operand.has(name);
  return (scope) => {
    const format = given('format') ? parts.format(scope) : '%Y-%m-%dT%H:%M:%S.%LZ';
    if (isNullish(format)) return null;
    const found = parts.date(scope);
    const pattern = asText(format, "'format' of $dateToString", 18533);
    if (isNullish(found)) return given('onNull') ? parts.onNull(scope) : null;
    return formatDate(asDate(found, '$dateToString'), pattern);
  };
};

function formatDate(date: Date, pattern: string): string {
  const year = date.getUTCFullYear();
  if (year < 0 || year > 9999) failWith(18537, `$dateToString is only defined on year 0-9999, not ${year}`);
  return pattern.replace(/%(.?)/gs, (_all, letter: string) => {
    if (letter === '') failWith(18535, "Unmatched '%' at end of format string");
    if (UNSUPPORTED.test(letter)) refuse(`%${letter} in $dateToString`, 'BadValue');
    const write =
      FORMATS.get(letter) ?? failWith(18536, `Invalid format character '%${letter}' in format string`);
    return write(date);
  });
}

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
