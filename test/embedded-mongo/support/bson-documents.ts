import { deserialize, serialize, type Document } from 'bson';
import { decodeDocument } from '../../../src/embedded-mongo/bson/decode-document.ts';
import { encodeDocument } from '../../../src/embedded-mongo/bson/encode-document.ts';
import type { Doc, Value } from '../../../src/embedded-mongo/bson/values.ts';

/** A literal as the store sees it: whole numbers are int32, other numbers double. */
export const docOf = (literal: Document): Doc =>
  decodeDocument(Buffer.from(serialize(literal, { ignoreUndefined: false })));

export const valueOf = (literal: unknown): Value => docOf({ literal }).get('literal');

/** Back to plain values, for comparison with a literal. */
export const literalOf = (doc: Doc): Document => deserialize(encodeDocument(doc), { promoteLongs: false });
