import { ArgumentError } from '../kernel/argument-error.ts';

/** Rows are persons or targets, columns items or raters; null is a missing value. */
export type DataTable = readonly (readonly (number | null)[])[];

/**
 * Whether a table can be counted: every row of one length, every value missing or finite. A statistic answers
 * `invalid-response` where it cannot. Throws an ArgumentError where it is no table of numbers at all.
 */
export function isSoundTable(data: DataTable, argument: string): boolean {
  if (!isTable(data)) throw new ArgumentError(argument, 'rows of numbers');
  const width = data[0]?.length ?? 0;
  return (
    data.map((row) => isSoundList(row, argument)).every(Boolean) && data.every((row) => row.length === width)
  );
}

/** The same for one list of values. */
export function isSoundList(values: readonly (number | null)[], argument: string): boolean {
  if (!isList(values) || values.some((value) => value !== null && typeof value !== 'number'))
    throw new ArgumentError(argument, 'a list of numbers');
  return values.every((value) => value === null || Number.isFinite(value));
}

const isList = (given: unknown): boolean => Array.isArray(given);
const isTable = (given: unknown): boolean => Array.isArray(given) && given.every(isList);
