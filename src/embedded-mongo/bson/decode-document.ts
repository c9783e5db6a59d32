import { Decimal128 } from 'bson';
import { failWith } from '../command-error.ts';
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
  type Doc,
  type Value,
} from './values.ts';

/** Of messages, which hold documents that may nest 180 levels themselves. */
const MAX_DEPTH = 200;

export type Reader = { readonly bytes: Buffer; readonly maxDepth: number; at: number; depth: number };

export const broken = (why: string): never => failWith('InvalidBSON', `invalid BSON: ${why}`);

/** Reads one document that must fill `bytes` exactly; every length is checked before it is used. */
export function decodeDocument(bytes: Buffer, maxDepth = MAX_DEPTH): Doc {
  if (bytes.length < 5 || bytes.readInt32LE(0) !== bytes.length) broken('length of the document');
  return readDocument({ bytes, maxDepth, at: 0, depth: 0 });
}

function readDocument(reader: Reader): Doc {
  const doc: Doc = new Map();
  readElements(reader, (name, value) => doc.set(name, value));
  return doc;
}

function readArray(reader: Reader): Value[] {
  const items: Value[] = [];
  readElements(reader, (_name, value) => items.push(value));
  return items;
}

function readElements(reader: Reader, add: (name: string, value: Value) => void): void {
  const { bytes } = reader;
  const start = reader.at;
  const length = takeInt32(reader);
  const end = start + length;
  if (length < 5 || end > bytes.length || bytes[end - 1] !== 0) broken('length of a document');
  reader.depth += 1;
  if (reader.depth > reader.maxDepth)
    failWith('Overflow', `documents nest at most ${reader.maxDepth} levels deep`);
  while (reader.at < end - 1) {
    const type = takeByte(reader);
    const name = takeCString(reader, end);
    add(name, readValue(reader, type));
    if (reader.at > end - 1) broken('an element reaches beyond its document');
  }
  reader.depth -= 1;
  reader.at = end;
}

export function readValue(reader: Reader, type: number): Value {
  switch (type) {
    case 0x01:
      return reader.bytes.readDoubleLE(pass(reader, 8));
    case 0x02:
      return takeString(reader);
    case 0x03:
      return readDocument(reader);
    case 0x04:
      return readArray(reader);
    case 0x07:
      return new ObjectId(copy(reader, 12));
    case 0x08:
      return takeBoolean(reader);
    case 0x09:
      return takeDate(reader);
    case 0x0a:
      return null;
    case 0x10:
      return new Int32(takeInt32(reader));
    case 0x12:
      return reader.bytes.readBigInt64LE(pass(reader, 8));
    default:
      return readRareValue(reader, type);
  }
}

function readRareValue(reader: Reader, type: number): Value {
  const { bytes } = reader;
  switch (type) {
    case 0x05:
      return takeBinary(reader);
    case 0x06:
      return undefined;
    case 0x0b: {
      const pattern = takeCString(reader, bytes.length);
      return new Regex(pattern, takeCString(reader, bytes.length));
    }
    case 0x0c: {
      const collection = takeString(reader);
      return new DbPointer(collection, copy(reader, 12));
    }
    case 0x0d:
      return new Code(takeString(reader), null);
    case 0x0e:
      return new BsonSymbol(takeString(reader));
    case 0x0f: {
      pass(reader, 4);
      const text = takeString(reader);
      return new Code(text, readDocument(reader));
    }
    case 0x11:
      return new Timestamp(bytes.readBigUInt64LE(pass(reader, 8)));
    case 0x13:
      return new Decimal128(copy(reader, 16));
    case 0xff:
      return new MinKey();
    case 0x7f:
      return new MaxKey();
    default:
      return broken(`unknown type ${type}`);
  }
}

/** Goes on behind the next bytes and says where they start. */
function pass(reader: Reader, count: number): number {
  const start = reader.at;
  if (count < 0 || start + count > reader.bytes.length) broken('a value reaches beyond the end');
  reader.at = start + count;
  return start;
}

/** A small copy, so that one kept value does not hold a whole message in memory. */
function copy(reader: Reader, count: number): Uint8Array {
  const start = pass(reader, count);
  return Uint8Array.prototype.slice.call(reader.bytes, start, start + count);
}

function takeByte(reader: Reader): number {
  const byte = reader.bytes[reader.at];
  reader.at += 1;
  return byte ?? broken('end of data');
}

function takeInt32(reader: Reader): number {
  return reader.bytes.readInt32LE(pass(reader, 4));
}

function takeCString(reader: Reader, limit: number): string {
  const end = reader.bytes.indexOf(0, reader.at);
  if (end < 0 || end >= limit) broken('a name has no end');
  const text = reader.bytes.toString('utf8', reader.at, end);
  reader.at = end + 1;
  return text;
}

function takeString(reader: Reader): string {
  const length = takeInt32(reader);
  if (length < 1) broken('length of a string');
  const start = pass(reader, length);
  const end = start + length - 1;
  if (reader.bytes[end] !== 0) broken('a string has no end');
  return reader.bytes.toString('utf8', start, end);
}

function takeBoolean(reader: Reader): boolean {
  const byte = takeByte(reader);
  if (byte > 1) broken('a boolean is neither 0 nor 1');
  return byte === 1;
}

function takeDate(reader: Reader): Date {
  const date = new Date(Number(reader.bytes.readBigInt64LE(pass(reader, 8))));
  if (Number.isNaN(date.getTime())) failWith('BadValue', 'dates reach from the year -271821 to 275760');
  return date;
}

function takeBinary(reader: Reader): Binary {
  const length = takeInt32(reader);
  const subtype = takeByte(reader);
  return new Binary(subtype, copy(reader, length));
}
