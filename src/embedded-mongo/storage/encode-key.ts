import { isNumeric, toDouble } from '../bson/numbers.ts';
import { rankOf } from '../bson/type-of.ts';
import {
  emptyDoc,
  Binary,
  BsonSymbol,
  Code,
  DbPointer,
  ObjectId,
  Regex,
  Timestamp,
  type Doc,
  type Value,
} from '../bson/values.ts';

/** LMDB takes 1,978 bytes; the index number before the key and the record number after it need some of them. */
export const MAX_KEY_BYTES = 1900;

// Written with escapes: these two bytes have a meaning in keys.
const ENDS = /[\u0000\u0001]/;

/**
 * Bytes whose order is the order of the values. Long keys are cut off and numbers are taken as doubles, so
 * different values may share a key: whoever uses an index compares the real values again.
 */
export function encodeKey(values: readonly Value[], directions: readonly number[]): Buffer {
  const fields = values.map((value, index) => {
    const bytes = encodeKeyPart(value);
    return directions[index] === -1 ? invert(bytes) : bytes;
  });
  return Buffer.concat(fields).subarray(0, MAX_KEY_BYTES);
}

export function encodeKeyPart(value: Value): Buffer {
  return Buffer.concat([Buffer.of(rankOf(value)), bodyOf(value)]);
}

export function invert(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.map((byte) => 255 - byte));
}

function bodyOf(value: Value): Uint8Array {
  if (typeof value === 'string') return textBytes(value);
  if (isNumeric(value)) return doubleBytes(toDouble(value));
  if (value instanceof ObjectId) return value.bytes;
  if (typeof value === 'boolean') return Buffer.of(value ? 1 : 0);
  if (value instanceof Date) return doubleBytes(value.getTime());
  if (value instanceof Map) return documentBytes(value);
  if (Array.isArray(value))
    return Buffer.concat([...value.map((item) => frame(encodeKeyPart(item))), Buffer.of(0)]);
  return rareBytes(value);
}

function rareBytes(value: Value): Uint8Array {
  if (value instanceof Binary) {
    const head = Buffer.alloc(5);
    head.writeUInt32BE(value.bytes.length);
    head[4] = value.subtype;
    return Buffer.concat([head, value.bytes]);
  }
  if (value instanceof Timestamp) {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64BE(value.bits);
    return bytes;
  }
  if (value instanceof BsonSymbol) return textBytes(value.text);
  if (value instanceof Regex) return Buffer.concat([textBytes(value.pattern), textBytes(value.flags)]);
  if (value instanceof Code)
    return Buffer.concat([textBytes(value.text), documentBytes(value.scope ?? emptyDoc())]);
  if (value instanceof DbPointer) return Buffer.concat([textBytes(value.collection), value.id]);
  return Buffer.alloc(0);
}

/** UTF-8 ended by 0; the bytes 0 and 1 inside become 1 1 and 1 2, so that the end stays the lowest. */
function textBytes(text: string): Buffer {
  if (!ENDS.test(text)) return Buffer.from(`${text}\0`, 'utf8');
  const parts: number[] = [];
  for (const byte of Buffer.from(text, 'utf8')) parts.push(...(byte < 2 ? [1, byte + 1] : [byte]));
  return Buffer.from([...parts, 0]);
}

/** IEEE 754 with the sign turned so that bytes sort like numbers; NaN lowest, −0 as 0. */
function doubleBytes(double: number): Buffer {
  const bytes = Buffer.alloc(8);
  if (Number.isNaN(double)) return bytes;
  bytes.writeDoubleBE(double === 0 ? 0 : double);
  if (((bytes[0] ?? 0) & 0x80) !== 0) return invert(bytes);
  bytes[0] = (bytes[0] ?? 0) | 0x80;
  return bytes;
}

function documentBytes(doc: Doc): Buffer {
  const fields = [...doc].map(([name, value]) =>
    frame(Buffer.concat([Buffer.of(rankOf(value)), textBytes(name), bodyOf(value)])),
  );
  return Buffer.concat([...fields, Buffer.of(0)]);
}

/** One more element follows; its absence is the lower byte 0. */
const frame = (bytes: Buffer): Buffer => Buffer.concat([Buffer.of(1), bytes]);
