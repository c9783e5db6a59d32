import mongoose from 'mongoose';

/** As many are kept at least, and at most twice as many. */
const KEPT = 1000;

/** To be given to a find whose rows a reader makes: they come as they are stored. */
export const asStored = { raw: true } as const;

/**
 * Makes values of rows as they are stored. Lists are turned to again and again while few of their rows change, and
 * decoding them would be most of the work of a page: what the same bytes were made into is known by them.
 */
export function createRowReader<Row, Value>(make: (row: Row) => Value): (stored: Uint8Array) => Value {
  let lately = new Map<string, Value>();
  let before = new Map<string, Value>();
  return (stored) => {
    const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength).toString('latin1');
    const known = lately.get(bytes);
    if (known !== undefined) return known;
    const value = before.get(bytes) ?? make(mongoose.mongo.BSON.deserialize(stored) as Row);
    if (lately.size >= KEPT) {
      before = lately;
      lately = new Map();
    }
    lately.set(bytes, value);
    return value;
  };
}
