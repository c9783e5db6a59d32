import { randomBytes } from 'node:crypto';
import { encodeDocument } from '../bson/encode-document.ts';
import { typeOf } from '../bson/type-of.ts';
import { isDoc, ObjectId, type Doc } from '../bson/values.ts';
import { failWith } from '../command-error.ts';

const MAX_DOCUMENT = 16 * 1024 * 1024;
/** Of a stored document; messages and replies need some levels more to carry it. */
export const MAX_DEPTH = 180;

const process = randomBytes(5);
let counter = randomBytes(3).readUIntBE(0, 3);

function newObjectId(): ObjectId {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(Math.floor(Date.now() / 1000));
  bytes.set(process, 4);
  counter = (counter + 1) % 0x1000000;
  bytes.writeUIntBE(counter, 9, 3);
  return new ObjectId(Uint8Array.from(bytes));
}

/** With an `_id`, and that first. */
export function withId(doc: Doc): Doc {
  if (doc.keys().next().value === '_id') return doc;
  const id = doc.has('_id') ? doc.get('_id') : newObjectId();
  return new Map([['_id', id], ...[...doc].filter(([name]) => name !== '_id')]);
}

export function checkId(doc: Doc): void {
  const id = doc.get('_id');
  const type = typeOf(id);
  if (type === 'array' || type === 'regex' || type === 'undefined') {
    failWith('InvalidIdField', `The '_id' value cannot be of type ${type}`);
  }
  if (isDoc(id) && [...id.keys()].some((name) => name.startsWith('$'))) {
    failWith('DollarPrefixedFieldName', 'the fields of _id may not start with $');
  }
}

export function checkSize(bytes: Buffer): Buffer {
  if (bytes.length > MAX_DOCUMENT) {
    failWith(
      'BSONObjectTooLarge',
      `object to insert too large. size in bytes: ${bytes.length}, max size: ${MAX_DOCUMENT}`,
    );
  }
  return bytes;
}

export const encodeChecked = (doc: Doc): Buffer => checkSize(encodeDocument(doc, MAX_DEPTH));
