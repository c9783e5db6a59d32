import { Decimal128 } from 'bson';
import {
  Binary,
  BsonSymbol,
  Code,
  DbPointer,
  Int32,
  MaxKey,
  MinKey,
  ObjectId,
  Regex,
  Timestamp,
  type Value,
} from './values.ts';

/** Alias, number and place in the comparison order of each BSON type. */
const TYPES = {
  minKey: [-1, 0],
  undefined: [6, 1],
  null: [10, 5],
  double: [1, 10],
  int: [16, 10],
  long: [18, 10],
  decimal: [19, 10],
  string: [2, 15],
  symbol: [14, 15],
  object: [3, 20],
  array: [4, 25],
  binData: [5, 30],
  objectId: [7, 35],
  bool: [8, 40],
  date: [9, 45],
  timestamp: [17, 47],
  regex: [11, 50],
  dbPointer: [12, 55],
  javascript: [13, 60],
  javascriptWithScope: [15, 65],
  maxKey: [127, 127],
} as const;

export type TypeName = keyof typeof TYPES;

const byNumber = new Map<number, TypeName>(
  Object.entries(TYPES).map(([name, [number]]) => [number, name as TypeName]),
);

export const typeByNumber = (number: number): TypeName | undefined => byNumber.get(number);
export const typeByAlias = (alias: string): TypeName | undefined =>
  Object.hasOwn(TYPES, alias) ? (alias as TypeName) : undefined;

export function typeOf(value: Value): TypeName {
  if (typeof value === 'string') return 'string';
  if (value instanceof Int32) return 'int';
  if (value === null) return 'null';
  if (typeof value === 'number') return 'double';
  if (value instanceof ObjectId) return 'objectId';
  if (typeof value === 'boolean') return 'bool';
  if (value instanceof Date) return 'date';
  if (Array.isArray(value)) return 'array';
  if (value === undefined) return 'undefined';
  if (typeof value === 'bigint') return 'long';
  return rareTypeOf(value);
}

function rareTypeOf(value: Value): TypeName {
  if (value instanceof Decimal128) return 'decimal';
  if (value instanceof Binary) return 'binData';
  if (value instanceof Regex) return 'regex';
  if (value instanceof Timestamp) return 'timestamp';
  if (value instanceof Code) return value.scope === null ? 'javascript' : 'javascriptWithScope';
  if (value instanceof BsonSymbol) return 'symbol';
  if (value instanceof DbPointer) return 'dbPointer';
  if (value instanceof MinKey) return 'minKey';
  if (value instanceof MaxKey) return 'maxKey';
  return 'object';
}

/** Types of one rank are compared with each other; across ranks the rank decides. */
export const rankOf = (value: Value): number => TYPES[typeOf(value)][1];
