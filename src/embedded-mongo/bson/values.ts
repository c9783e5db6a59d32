import type { Decimal128 } from 'bson';

/**
 * A value as the store computes with it. Each BSON type has exactly one form, so that nothing loses its type:
 * double = number, int64 = bigint, int32 = Int32, document = Map (keeps every key and its order).
 */
export type Value =
  | number
  | bigint
  | Int32
  | Decimal128
  | string
  | boolean
  | null
  | undefined
  | Date
  | Doc
  | Value[]
  | ObjectId
  | Binary
  | Regex
  | Timestamp
  | Code
  | BsonSymbol
  | DbPointer
  | MinKey
  | MaxKey
  | RawDocument;

export type Doc = Map<string, Value>;

/** Nothing at this path. BSON's deprecated type "undefined" is the JavaScript value `undefined`. */
export const MISSING = Symbol('missing');
export type Found = Value | typeof MISSING;

export class Int32 {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

export class ObjectId {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

export class Binary {
  readonly subtype: number;
  readonly bytes: Uint8Array;
  constructor(subtype: number, bytes: Uint8Array) {
    this.subtype = subtype;
    this.bytes = bytes;
  }
}

export class Regex {
  readonly pattern: string;
  readonly flags: string;
  constructor(pattern: string, flags: string) {
    this.pattern = pattern;
    this.flags = flags;
  }
}

export class Timestamp {
  readonly bits: bigint;
  constructor(bits: bigint) {
    this.bits = bits;
  }
}

export class Code {
  readonly text: string;
  readonly scope: Doc | null;
  constructor(text: string, scope: Doc | null) {
    this.text = text;
    this.scope = scope;
  }
}

export class BsonSymbol {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export class DbPointer {
  readonly collection: string;
  readonly id: Uint8Array;
  constructor(collection: string, id: Uint8Array) {
    this.collection = collection;
    this.id = id;
  }
}

export class MinKey {
  readonly end = 'lowest';
}
export class MaxKey {
  readonly end = 'highest';
}

/** A stored document that is passed on as it is, without decoding. */
export class RawDocument {
  readonly bytes: Buffer;
  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }
}

/** The time that a value tells: a date, or the moment at which an id or a timestamp was made. */
export function timeOf(value: Found): Date | null {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return new Date(Buffer.from(value.bytes).readUInt32BE(0) * 1000);
  return value instanceof Timestamp ? new Date(Number(value.bits >> 32n) * 1000) : null;
}

export const emptyDoc = (): Doc => new Map<string, Value>();
export const isDoc = (value: Found): value is Doc => value instanceof Map;
