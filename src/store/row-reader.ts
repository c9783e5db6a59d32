import mongoose from 'mongoose';
import { crc32 } from 'node:zlib';

/** As many are kept at least, and at most twice as many. */
const KEPT = 1000;
const REMEMBERED = 20_000;

/** To be given to a find whose rows a reader makes: they come as they are stored. */
export const asStored = { raw: true } as const;

/**
 * Makes values of rows as they are stored. Lists are turned to again and again while few of their rows change, and
 * decoding them would be most of the work of a page: what the same bytes were made into is known by them. Only what is
 * asked for a second time is kept, because an export passes everybody once.
 */
export function createRowReader<Row, Value>(make: (row: Row) => Value): (stored: Uint8Array) => Value {
  const values = createMemory<string, Value>(KEPT);
  const seen = createMemory<number, true>(REMEMBERED);
  return (stored) => {
    const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
    const key = bytes.toString('latin1');
    const known = values.get(key);
    if (known !== undefined) return known;
    const value = make(mongoose.mongo.BSON.deserialize(bytes) as Row);
    const mark = crc32(bytes);
    if (seen.get(mark) === undefined) seen.set(mark, true);
    else values.set(key, value);
    return value;
  };
}

/** What was asked for or put in lately. */
function createMemory<Key, Value>(size: number) {
  let lately = new Map<Key, Value>();
  let before = new Map<Key, Value>();
  const set = (key: Key, value: Value): void => {
    if (lately.size >= size) {
      before = lately;
      lately = new Map();
    }
    lately.set(key, value);
  };
  const get = (key: Key): Value | undefined => {
    const known = lately.get(key);
    if (known !== undefined) return known;
    const older = before.get(key);
    if (older !== undefined) set(key, older);
    return older;
  };
  return { get, set };
}
