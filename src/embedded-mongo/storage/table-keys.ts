const RECORD_BYTES = 6;

/** Key of a record: collection number, then the record number that counts insertions. */
export function recordKey(collection: number, record: number): Buffer {
  const key = Buffer.alloc(4 + RECORD_BYTES);
  key.writeUInt32BE(collection);
  key.writeUIntBE(record, 4, RECORD_BYTES);
  return key;
}

/** Key of an index entry: index number, encoded values, record number. */
export function entryKey(index: number, encoded: Uint8Array, record: number): Buffer {
  const key = Buffer.alloc(4 + encoded.length + RECORD_BYTES);
  key.writeUInt32BE(index);
  key.set(encoded, 4);
  key.writeUIntBE(record, 4 + encoded.length, RECORD_BYTES);
  return key;
}

export const recordOfKey = (key: Buffer): number => key.readUIntBE(key.length - RECORD_BYTES, RECORD_BYTES);
export const encodedOfEntry = (key: Buffer): Buffer => key.subarray(4, key.length - RECORD_BYTES);

export function numberPrefix(number: number): Buffer {
  const prefix = Buffer.alloc(4);
  prefix.writeUInt32BE(number);
  return prefix;
}

/** All keys of one collection or index. */
export const rangeOf = (number: number): { start: Buffer; end: Buffer } => {
  const start = numberPrefix(number);
  return { start, end: afterPrefix(start) };
};

/** The lowest key above everything that begins with `prefix`. */
export function afterPrefix(prefix: Uint8Array): Buffer {
  let length = prefix.length;
  while (length > 0 && prefix[length - 1] === 255) length -= 1;
  const end = Buffer.from(prefix.subarray(0, length));
  if (length > 0) end[length - 1] = (end[length - 1] ?? 0) + 1;
  return length > 0 ? end : Buffer.alloc(prefix.length + 16, 255);
}
