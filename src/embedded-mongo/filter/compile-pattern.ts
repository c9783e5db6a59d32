import { createContext, Script } from 'node:vm';
import { CommandError, failWith, type ErrorName } from '../command-error.ts';
import type { Pattern } from './filter-node.ts';

const MAX_PATTERN = 1024;
const PATIENCE_MS = 100;

/** A regular expression as MongoDB filters mean it: options i, m, s, x and the u that changes nothing. */
export function compilePattern(source: string, options: string, invalid: ErrorName = 51091): Pattern {
  if (source.length > MAX_PATTERN)
    failWith('BadValue', `regular expressions are limited to ${MAX_PATTERN} characters`);
  const wrong = /[^imsxu]/.exec(options);
  if (wrong) failWith(51108, `invalid flag in regex options: ${wrong[0]}`);
  const plain = options.includes('x') ? withoutLayout(source) : source;
  const jsFlags = [...new Set(options.replace(/[xu]/g, ''))].join('');
  const regExp = buildRegExp(plain, jsFlags, invalid);
  const test = mayBacktrack(plain) ? guarded(regExp) : (text: string) => regExp.test(text);
  return { source, flags: options, prefix: prefixOf(plain, jsFlags), test };
}

function buildRegExp(source: string, flags: string, invalid: ErrorName): RegExp {
  const inline = /^\(\?([ims]+)\)/.exec(source);
  const body = inline ? source.slice(inline[0].length) : source;
  const all = [...new Set(`${flags}${inline?.[1] ?? ''}`)].join('');
  try {
    return new RegExp(body, `${all}u`);
  } catch {
    // The u flag refuses needless escapes that MongoDB accepts.
  }
  try {
    return new RegExp(body, all);
  } catch (error) {
    throw new CommandError(
      invalid,
      `Regular expression is invalid: ${error instanceof Error ? error.message : ''}`,
    );
  }
}

/** Two repetitions, or one of a back reference, can make a match take exponential time. */
function mayBacktrack(source: string): boolean {
  const repeats = source.replace(/\\[^1-9k]|\[(?:\\.|[^\]\\])*\]/g, 'x').match(/[*+]|\{\d*,\d*\}/g) ?? [];
  return repeats.length > 1 || /\\[1-9k]/.test(source);
}

/** Runs the match where a hopeless one can be stopped, so that it never blocks the store. */
function guarded(regExp: RegExp): (text: string) => boolean {
  const scope: { regExp: RegExp; text: string } = { regExp, text: '' };
  const script = new Script('regExp.test(text)');
  const context = createContext(scope);
  return (text) => {
    scope.text = text;
    try {
      return script.runInContext(context, { timeout: PATIENCE_MS }) === true;
    } catch {
      return failWith(
        'MaxTimeMSExpired',
        `a regular expression took longer than ${PATIENCE_MS} ms on one value`,
      );
    }
  };
}

function prefixOf(source: string, flags: string): string | null {
  if (flags !== '' || !source.startsWith('^') || source.includes('|')) return null;
  const literal = /^(?:\^|\\A)((?:[^\\^$.|?*+()[\]{}]|\\[^\w\s])*)/.exec(source)?.[1] ?? '';
  const next = source[1 + literal.length] ?? '';
  // A repetition that may be zero applies to the last character, so that one is not part of the prefix.
  const certain = /[?*{]/.test(next) ? literal.replace(/(?:\\.|[^\\])$/u, '') : literal;
  const text = certain.replace(/\\(.)/g, '$1');
  return text === '' || text < ' ' ? null : text;
}

function withoutLayout(source: string): string {
  return source.replace(
    /(\\.|\[(?:\\.|[^\]\\])*\])|\s+|#[^\n]*/g,
    (_all, kept: string | undefined) => kept ?? '',
  );
}
