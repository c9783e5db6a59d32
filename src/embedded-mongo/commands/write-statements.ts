import { wholeNumber } from '../bson/arithmetic.ts';
import type { Value } from '../bson/values.ts';
import { CommandError } from '../command-error.ts';
import { reply, type Reply } from './command-context.ts';

/** Runs the statements of a write one after the other; refused ones are listed with their place. */
export function runStatements<T>(
  statements: readonly T[],
  ordered: boolean,
  run: (statement: T, index: number) => void,
): Value[] {
  const errors: Value[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      run(statement, index);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      errors.push(errorDocument(error, index));
      if (ordered) break;
    }
  }
  return errors;
}

function errorDocument(error: CommandError, index: number): Value {
  return new Map<string, Value>([
    ['index', wholeNumber(index)],
    ['code', wholeNumber(error.code)],
    ['codeName', error.codeName],
    ['errmsg', error.message],
    ...Object.entries(error.details),
  ]);
}

export function writeReply(fields: Readonly<Record<string, Value>>, errors: Value[]): Reply {
  return reply({ ...fields, ...(errors.length > 0 ? { writeErrors: errors } : {}), ok: 1 });
}
