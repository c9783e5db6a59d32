import { readValue, type Reader } from './decode-document.ts';
import { endOfName, isAt, lengthOf } from './element-bytes.ts';
import type { Doc } from './values.ts';

/**
 * Only these fields of a document that was checked when it was stored, which is all that most filters look at. The other
 * ones are passed over by their length.
 */
export function decodeFields(bytes: Buffer, names: readonly string[]): Doc {
  const doc: Doc = new Map();
  const wanted = names.map((name) => ({ name, spelled: Buffer.from(name) }));
  const end = bytes.length - 1;
  for (let at = 4; at < end;) {
    const type = bytes[at] ?? 0;
    const value = endOfName(bytes, at + 1) + 1;
    const field = wanted.find(({ spelled }) => isAt(bytes, at + 1, value - 1, spelled));
    if (field === undefined) at = value + lengthOf(bytes, type, value);
    else {
      const reader: Reader = { bytes, maxDepth: Infinity, at: value, depth: 0 };
      doc.set(field.name, readValue(reader, type));
      at = reader.at;
    }
  }
  return doc;
}
