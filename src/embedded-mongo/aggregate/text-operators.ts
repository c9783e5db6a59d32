import { typeOf } from '../bson/type-of.ts';
import { wholeNumber } from '../bson/arithmetic.ts';
import { compareTexts } from '../bson/compare-values.ts';
import { isNumeric, toDouble } from '../bson/numbers.ts';
import { Int32, ObjectId, Regex, type Found } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import { compilePattern } from '../filter/compile-pattern.ts';
import { isNullish, type Operator } from './expression.ts';
import { asText, asWhole, namedOperands, withOperands } from './operands.ts';

/** MongoDB counts code points. */
const codePoints = (text: string): string[] => Array.from(text);

const textOf = (found: Found, name: string): string => (isNullish(found) ? '' : asText(found, name));

/** The text of a scalar, as `$toString` gives it. */
export function scalarText(value: Exclude<Found, null | undefined | symbol>): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (value instanceof ObjectId) return Buffer.from(value.bytes).toString('hex');
  if (value instanceof Date) return value.toISOString();
  if (isNumeric(value)) return typeof value === 'number' ? String(toDouble(value)) : exactText(value);
  return failWith('BadValue', `Unsupported conversion from ${typeOf(value)} to string`);
}

const exactText = (value: { toString: () => string }): string =>
  value instanceof Int32 ? String(value.value) : value.toString();

const regexMatch: Operator = (operand, compile) => {
  const parts = namedOperands('$regexMatch', operand, compile, ['input', 'regex'], ['options']);
  return (scope) => {
    const input = parts.input(scope);
    const regex = parts.regex(scope);
    const options = parts.options(scope);
    if (isNullish(input) || isNullish(regex)) return false;
    const flags = isNullish(options) ? '' : asText(options, '$regexMatch');
    const pattern =
      regex instanceof Regex
        ? compilePattern(regex.pattern, flags || regex.flags)
        : compilePattern(asText(regex, '$regexMatch'), flags);
    return pattern.test(asText(input, '$regexMatch'));
  };
};

const trim: Operator = (operand, compile) => {
  const parts = namedOperands('$trim', operand, compile, ['input'], ['chars']);
  return (scope) => {
    const input = parts.input(scope);
    if (isNullish(input)) return null;
    const chars = parts.chars(scope);
    if (isNullish(chars)) return asText(input, '$trim').replace(/^[\s\0]+|[\s\0]+$/g, '');
    const unwanted = new Set(asText(chars, '$trim'));
    const letters = codePoints(asText(input, '$trim'));
    const keep = (letter: string) => !unwanted.has(letter);
    return letters
      .slice(indexOr(letters.findIndex(keep), letters.length), letters.findLastIndex(keep) + 1)
      .join('');
  };
};

const indexOr = (index: number, otherwise: number): number => (index < 0 ? otherwise : index);

export const textOperators: readonly [string, Operator][] = [
  withOperands('$concat', 0, 1000, (parts) =>
    parts.some(isNullish) ? null : parts.map((part) => asText(part, '$concat')).join(''),
  ),
  withOperands('$toLower', 1, 1, ([text]) =>
    textOf(text, '$toLower').replace(/[A-Z]/g, (c) => c.toLowerCase()),
  ),
  withOperands('$toUpper', 1, 1, ([text]) =>
    textOf(text, '$toUpper').replace(/[a-z]/g, (c) => c.toUpperCase()),
  ),
  withOperands('$strLenCP', 1, 1, ([text]) => wholeNumber(codePoints(asText(text, '$strLenCP')).length)),
  withOperands('$substrCP', 3, 3, ([text, start, count]) => {
    const from = asWhole(start, '$substrCP');
    return codePoints(textOf(text, '$substrCP'))
      .slice(from, from + asWhole(count, '$substrCP'))
      .join('');
  }),
  withOperands('$indexOfCP', 2, 2, ([text, part]) => {
    if (isNullish(text)) return null;
    const whole = asText(text, '$indexOfCP');
    const at = whole.indexOf(asText(part, '$indexOfCP'));
    return new Int32(at < 0 ? -1 : codePoints(whole.slice(0, at)).length);
  }),
  withOperands('$split', 2, 2, ([text, by]) => {
    if (isNullish(text)) return null;
    const separator = asText(by, '$split');
    if (separator === '') failWith('BadValue', '$split requires a non-empty separator');
    return asText(text, '$split').split(separator);
  }),
  withOperands('$strcasecmp', 2, 2, ([a, b]) => {
    const upper = (text: Found) => textOf(text, '$strcasecmp').toUpperCase();
    return new Int32(Math.sign(compareTexts(upper(a), upper(b))));
  }),
  ['$trim', trim],
  ['$regexMatch', regexMatch],
];
