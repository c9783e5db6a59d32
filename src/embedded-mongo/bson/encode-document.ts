import { Decimal128 } from 'bson';
import { failWith } from '../command-error.ts';
import {
  Binary,
  BsonSymbol,
  Code,
  DbPointer,
  Int32,
  type MaxKey,
  MinKey,
  ObjectId,
  RawDocument,
  Regex,
  Timestamp,
  type Doc,
  type Value,
} from './values.ts';

type Writer = { readonly maxDepth: number; bytes: Buffer; at: number; depth: number };

/** The BSON bytes of a document. */
export function encodeDocument(doc: Doc, maxDepth = Infinity): Buffer {
  const writer: Writer = { maxDepth, bytes: Buffer.allocUnsafe(512), at: 0, depth: 0 };
  writeDocument(writer, doc);
  return writer.bytes.subarray(0, writer.at);
}

function writeDocument(writer: Writer, doc: Doc): void {
  const start = goDown(writer);
  for (const [name, value] of doc) writeElement(writer, name, value);
  close(writer, start);
}

function writeArray(writer: Writer, items: readonly Value[]): void {
  const start = goDown(writer);
  items.forEach((value, index) => {
    writeElement(writer, String(index), value);
  });
  close(writer, start);
}

function open(writer: Writer): number {
  const start = writer.at;
  reserve(writer, 4);
  writer.at += 4;
  return start;
}

function goDown(writer: Writer): number {
  writer.depth += 1;
  if (writer.depth > writer.maxDepth)
    failWith('Overflow', `documents nest at most ${writer.maxDepth} levels deep`);
  return open(writer);
}

function close(writer: Writer, start: number): void {
  writer.depth -= 1;
  writeByte(writer, 0);
  writer.bytes.writeInt32LE(writer.at - start, start);
}

function writeElement(writer: Writer, name: string, value: Value): void {
  const typeAt = writer.at;
  writeByte(writer, 0);
  writeCString(writer, name);
  // Writing the value may move the bytes to a larger buffer, so the buffer is looked up afterwards.
  const type = writeValue(writer, value);
  writer.bytes[typeAt] = type;
}

/** Writes the value and returns the number of its type. */
function writeValue(writer: Writer, value: Value): number {
  if (typeof value === 'string') return (writeString(writer, value), 0x02);
  if (value instanceof Int32) return (writeInt32(writer, value.value), 0x10);
  if (value === null) return 0x0a;
  if (value === undefined) return 0x06;
  if (value instanceof ObjectId) return (writeBytes(writer, value.bytes), 0x07);
  if (value instanceof Map) return (writeDocument(writer, value), 0x03);
  if (Array.isArray(value)) return (writeArray(writer, value), 0x04);
  if (typeof value === 'boolean') return (writeByte(writer, value ? 1 : 0), 0x08);
  if (value instanceof RawDocument) return (writeBytes(writer, value.bytes), 0x03);
  if (typeof value === 'number') {
    reserve(writer, 8);
    writer.at = writer.bytes.writeDoubleLE(value, writer.at);
    return 0x01;
  }
  if (typeof value === 'bigint') return (writeInt64(writer, value), 0x12);
  if (value instanceof Date) return (writeInt64(writer, BigInt(value.getTime())), 0x09);
  return writeRareValue(writer, value);
}

type Rare = Decimal128 | Binary | Regex | Timestamp | Code | BsonSymbol | DbPointer | MinKey | MaxKey;

function writeRareValue(writer: Writer, value: Rare): number {
  if (value instanceof Decimal128) return (writeBytes(writer, value.bytes), 0x13);
  if (value instanceof Binary) {
    writeInt32(writer, value.bytes.length);
    writeByte(writer, value.subtype);
    return (writeBytes(writer, value.bytes), 0x05);
  }
  if (value instanceof Regex) {
    writeCString(writer, value.pattern);
    return (writeCString(writer, value.flags), 0x0b);
  }
  if (value instanceof Timestamp) return (writeInt64(writer, BigInt.asIntN(64, value.bits)), 0x11);
  if (value instanceof Code) return writeCode(writer, value);
  if (value instanceof BsonSymbol) return (writeString(writer, value.text), 0x0e);
  if (value instanceof DbPointer) {
    writeString(writer, value.collection);
    return (writeBytes(writer, value.id), 0x0c);
  }
  return value instanceof MinKey ? 0xff : 0x7f;
}

function writeCode(writer: Writer, code: Code): number {
  if (code.scope === null) return (writeString(writer, code.text), 0x0d);
  const start = open(writer);
  writeString(writer, code.text);
  writeDocument(writer, code.scope);
  writer.bytes.writeInt32LE(writer.at - start, start);
  return 0x0f;
}

function reserve(writer: Writer, count: number): void {
  const needed = writer.at + count;
  if (needed <= writer.bytes.length) return;
  const larger = Buffer.allocUnsafe(Math.max(needed, writer.bytes.length * 2));
  writer.bytes.copy(larger, 0, 0, writer.at);
  writer.bytes = larger;
}

function writeByte(writer: Writer, byte: number): void {
  reserve(writer, 1);
  writer.bytes[writer.at] = byte;
  writer.at += 1;
}

function writeInt32(writer: Writer, value: number): void {
  reserve(writer, 4);
  writer.at = writer.bytes.writeInt32LE(value, writer.at);
}

function writeInt64(writer: Writer, value: bigint): void {
  reserve(writer, 8);
  writer.at = writer.bytes.writeBigInt64LE(value, writer.at);
}

function writeBytes(writer: Writer, bytes: Uint8Array): void {
  reserve(writer, bytes.length);
  writer.bytes.set(bytes, writer.at);
  writer.at += bytes.length;
}

function writeCString(writer: Writer, text: string): void {
  reserve(writer, text.length * 3 + 1);
  writer.at += writer.bytes.write(text, writer.at, 'utf8');
  writeByte(writer, 0);
}

function writeString(writer: Writer, text: string): void {
  const start = open(writer);
  writeCString(writer, text);
  writer.bytes.writeInt32LE(writer.at - start - 4, start);
}
