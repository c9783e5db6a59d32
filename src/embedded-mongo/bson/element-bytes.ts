import { broken } from './decode-document.ts';

/** Names are short: looking at each byte here is quicker than asking the buffer. */
export function endOfName(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes[at] !== 0) {
    if (at >= bytes.length) broken('a name has no end');
    at += 1;
  }
  return at;
}

/** Whether the name between these two places is spelled like this. */
export function isAt(bytes: Buffer, from: number, end: number, spelled: Buffer): boolean {
  if (end - from !== spelled.length) return false;
  for (let at = 0; at < spelled.length; at += 1) if (bytes[from + at] !== spelled[at]) return false;
  return true;
}

/** Of a value without its type and name. */
export function lengthOf(bytes: Buffer, type: number, at: number): number {
  switch (type) {
    case 0x06:
    case 0x0a:
    case 0x7f:
    case 0xff:
      return 0;
    case 0x08:
      return 1;
    case 0x10:
      return 4;
    case 0x01:
    case 0x09:
    case 0x11:
    case 0x12:
      return 8;
    case 0x07:
      return 12;
    case 0x13:
      return 16;
    case 0x03:
    case 0x04:
    case 0x0f:
      return bytes.readInt32LE(at);
    case 0x02:
    case 0x0d:
    case 0x0e:
      return 4 + bytes.readInt32LE(at);
    case 0x05:
      return 5 + bytes.readInt32LE(at);
    case 0x0c:
      return 16 + bytes.readInt32LE(at);
    case 0x0b:
      return endOfName(bytes, endOfName(bytes, at) + 1) + 1 - at;
    default:
      return broken(`unknown type ${type}`);
  }
}
