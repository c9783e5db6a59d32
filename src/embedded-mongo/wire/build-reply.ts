import { encodeDocument } from '../bson/encode-document.ts';
import type { Doc } from '../bson/values.ts';
import type { Message } from './parse-message.ts';

let lastId = 0;

/** The answer in the form in which the request came. */
export function buildReply({ requestId, form }: Message, doc: Doc): Buffer {
  const body = encodeDocument(doc);
  const head = Buffer.alloc(form === 'msg' ? 21 : 36);
  head.writeInt32LE(head.length + body.length, 0);
  lastId = (lastId + 1) % 0x7fffffff;
  head.writeInt32LE(lastId, 4);
  head.writeInt32LE(requestId, 8);
  head.writeInt32LE(form === 'msg' ? 2013 : 1, 12);
  if (form === 'query') {
    head.writeInt32LE(8, 16);
    head.writeInt32LE(1, 32);
  }
  return Buffer.concat([head, body]);
}
