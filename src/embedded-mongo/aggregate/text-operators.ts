import { typeOf } from '../bson/type-of.ts';
import { wholeNumber } from '../bson/arithmetic.ts';
import { compareTexts } from '../bson/compare-values.ts';
import { isNumeric, toDouble } from '../bson/numbers.ts';
import { BsonSymbol, Code, Int32, isDoc, ObjectId, Regex, type Found } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import { compilePattern } from '../filter/compile-pattern.ts';
import type { Pattern } from '../filter/filter-node.ts';
import { isNullish, orNull, type Operator } from './expression.ts';
import { asInt, asPlace, asText, namedOperands, untilNull, withOperands } from './operands.ts';

/** MongoDB counts code points. */
const codePoints = (text: string): string[] => Array.from(text);

/** What operators that make texts of other values read: nothing is empty, numbers and dates have a text. */
function textOf(found: Found): string {
  if (isNullish(found)) return '';
  if (typeof found === 'string' || isNumeric(found) || found instanceof Date) return scalarText(found);
  if (found instanceof BsonSymbol || found instanceof Code) return found.text;
  return failWith(16007, `can't convert from BSON type ${typeOf(orNull(found))} to String`);
}

/** The text of a scalar, as `$toString` gives it. */
export function scalarText(value: Exclude<Found, null | undefined | symbol>): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (value instanceof ObjectId) return Buffer.from(value.bytes).toString('hex');
  if (value instanceof Date) return value.toISOString();
  if (isNumeric(value)) return typeof value === 'number' ? String(toDouble(value)) : exactText(value);
  return failWith('ConversionFailure', `Unsupported conversion from ${typeOf(value)} to string`);
}

const exactText = (value: { toString: () => string }): string =>
  value instanceof Int32 ? String(value.value) : value.toString();

const REGEX_SHAPE = {
  operator: '$regexMatch',
  notObject: 51103,
  unknown: 31024,
  required: { input: 31022, regex: 31023 },
  optional: ['options'],
} as const;

const regexMatch: Operator = (operand, compile) => {
  const parts = namedOperands(REGEX_SHAPE, operand, compile);
  return (scope) => {
    const pattern = regexOf(parts.regex(scope), parts.options(scope));
    const input = parts.input(scope);
    const text = isNullish(input) ? null : asText(input, "'input' of $regexMatch", 51104);
    return pattern !== null && text !== null && pattern.test(text);
  };
};

function regexOf(regex: Found, options: Found): Pattern | null {
  const given = isNullish(options) ? null : asText(options, "'options' of $regexMatch", 51106);
  const own = regex instanceof Regex ? regex.flags : '';
  if (given !== null && own !== '')
    failWith(51107, "$regexMatch found options in both 'regex' and 'options'");
  const flags = given ?? own;
  if (/[^imsxu]/.test(flags)) failWith(51108, `$regexMatch invalid flag in regex options: ${flags}`);
  if (isNullish(regex)) return null;
  const source = regex instanceof Regex ? regex.pattern : asText(regex, "'regex' of $regexMatch", 51105);
  return compilePattern(source, flags, 51111);
}

const WHITESPACE = '[\\0\\t-\\r \\u00a0\\u1680\\u2000-\\u200a]+';
const OUTER_SPACE = new RegExp(`^${WHITESPACE}|${WHITESPACE}$`, 'g');

const trim: Operator = (operand, compile) => {
  const parts = namedOperands(
    {
      operator: '$trim',
      notObject: 50696,
      unknown: 50694,
      required: { input: 50695 },
      optional: ['chars'],
    },
    operand,
    compile,
  );
  const spaceOnly = !(isDoc(operand) && operand.has('chars'));
  return (scope) => {
    const input = parts.input(scope);
    if (isNullish(input)) return null;
    const text = asText(input, '$trim', 50699);
    if (spaceOnly) return text.replace(OUTER_SPACE, '');
    const chars = parts.chars(scope);
    return isNullish(chars) ? null : trimLetters(text, new Set(asText(chars, "'chars' of $trim", 50700)));
  };
};

function trimLetters(text: string, unwanted: ReadonlySet<string>): string {
  const letters = codePoints(text);
  const keep = (letter: string) => !unwanted.has(letter);
  const first = letters.findIndex(keep);
  return first < 0 ? '' : letters.slice(first, letters.findLastIndex(keep) + 1).join('');
}

function substring([text, start, count]: readonly Found[]): string {
  const letters = codePoints(textOf(text));
  const from = asInt(start, '$substrCP', 34450, 34451);
  const length = asInt(count, '$substrCP', 34452, 34453);
  if (length < 0) failWith(34454, '$substrCP: length must be a nonnegative integer.');
  if (from < 0) failWith(34455, '$substrCP: the starting index must be nonnegative integer.');
  return letters.slice(from, from + length).join('');
}

function indexOfText([text, part, start, end]: readonly Found[]): Found {
  if (isNullish(text)) return null;
  const letters = codePoints(asText(text, '$indexOfCP', 40093));
  const wanted = codePoints(asText(part, '$indexOfCP', 40094));
  const from = start === undefined ? 0 : asPlace(start, '$indexOfCP');
  const to = Math.min(letters.length, end === undefined ? Infinity : asPlace(end, '$indexOfCP'));
  for (let at = from; at + wanted.length <= to; at += 1)
    if (wanted.every((letter, index) => letters[at + index] === letter)) return new Int32(at);
  return new Int32(-1);
}

function split([text, by]: readonly Found[]): Found {
  if (isNullish(text) || isNullish(by)) return null;
  const whole = asText(text, '$split', 40085);
  const separator = asText(by, '$split', 40086);
  if (separator === '') failWith(40087, '$split requires a non-empty separator');
  return whole.split(separator);
}

export const textOperators: readonly [string, Operator][] = [
  withOperands('$concat', 0, 1000, (operands) => {
    const parts = untilNull(operands, (part) => asText(part, '$concat', 16702));
    return parts ? parts.join('') : null;
  }),
  withOperands('$toLower', 1, 1, ([text]) => textOf(text).replace(/[A-Z]/g, (c) => c.toLowerCase())),
  withOperands('$toUpper', 1, 1, ([text]) => textOf(text).replace(/[a-z]/g, (c) => c.toUpperCase())),
  withOperands('$strLenCP', 1, 1, ([text]) =>
    wholeNumber(codePoints(asText(text, '$strLenCP', 34471)).length),
  ),
  withOperands('$substrCP', 3, 3, substring),
  withOperands('$indexOfCP', 2, 4, indexOfText),
  withOperands('$split', 2, 2, split),
  withOperands('$strcasecmp', 2, 2, ([a, b]) => {
    const upper = (text: Found) => textOf(text).replace(/[a-z]/g, (c) => c.toUpperCase());
    return new Int32(Math.sign(compareTexts(upper(a), upper(b))));
  }),
  ['$trim', trim],
  ['$regexMatch', regexMatch],
];
