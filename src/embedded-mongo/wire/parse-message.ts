import { decodeDocument } from '../bson/decode-document.ts';
import { RawDocument, type Doc, type Value } from '../bson/values.ts';
import { ProtocolViolation } from './read-frames.ts';

/** One request of a client. */
export type Message = {
  readonly requestId: number;
  readonly form: 'msg' | 'query';
  readonly body: Doc;
  /** The client does not wait for an answer. */
  readonly silent: boolean;
};

const OP_MSG = 2013;
const OP_QUERY = 2004;
const CHECKSUM = 1;
const MORE_TO_COME = 2;
const KNOWN_REQUIRED = CHECKSUM | MORE_TO_COME;

export function parseMessage(frame: Buffer): Message {
  const requestId = frame.readInt32LE(4);
  const opCode = frame.readInt32LE(12);
  if (opCode === OP_MSG) return parseMsg(frame, requestId);
  if (opCode === OP_QUERY) return parseQuery(frame, requestId);
  throw new ProtocolViolation(`operation code ${opCode}`);
}

function parseMsg(frame: Buffer, requestId: number): Message {
  if (frame.length < 26) throw new ProtocolViolation('message too short');
  const flags = frame.readUInt32LE(16);
  if ((flags & 0xffff & ~KNOWN_REQUIRED) !== 0) throw new ProtocolViolation(`flags ${flags}`);
  const end = frame.length - ((flags & CHECKSUM) === 0 ? 0 : 4);
  let body: Doc | null = null;
  const sequences: [string, Value[]][] = [];
  let at = 20;
  while (at < end) {
    const kind = frame[at];
    const size = sizeAt(frame, at + 1, end);
    const section = frame.subarray(at + 1, at + 1 + size);
    if (kind === 0 && !body) body = decodeDocument(section);
    else if (kind === 1) sequences.push(parseSequence(section));
    else throw new ProtocolViolation(`section of kind ${kind}`);
    at += 1 + size;
  }
  if (!body) throw new ProtocolViolation('a message without a body');
  for (const [name, documents] of sequences) {
    if (body.has(name)) throw new ProtocolViolation(`field ${name} twice`);
    body.set(name, documents);
  }
  return { requestId, form: 'msg', body, silent: (flags & MORE_TO_COME) !== 0 };
}

function sizeAt(frame: Buffer, at: number, end: number): number {
  const size = at + 4 <= end ? frame.readInt32LE(at) : 0;
  if (size < 5 || at + size > end) throw new ProtocolViolation(`section of ${size} bytes`);
  return size;
}

/** Documents to insert stay bytes; they are stored as they came. */
function parseSequence(section: Buffer): [string, Value[]] {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd < 0) throw new ProtocolViolation('a sequence without a name');
  const name = section.toString('utf8', 4, nameEnd);
  const documents: Value[] = [];
  let at = nameEnd + 1;
  while (at < section.length) {
    const size = sizeAt(section, at, section.length);
    const bytes = section.subarray(at, at + size);
    documents.push(name === 'documents' ? new RawDocument(bytes) : decodeDocument(bytes));
    at += size;
  }
  return [name, documents];
}

/** Only the old form of the first handshake is still sent this way. */
function parseQuery(frame: Buffer, requestId: number): Message {
  const nameEnd = frame.indexOf(0, 20);
  const at = nameEnd + 9;
  if (nameEnd < 0 || at + 5 > frame.length) throw new ProtocolViolation('query too short');
  const size = sizeAt(frame, at, frame.length);
  const body = decodeDocument(frame.subarray(at, at + size));
  body.set('$db', frame.toString('utf8', 20, nameEnd).split('.')[0] ?? '');
  return { requestId, form: 'query', body, silent: false };
}
