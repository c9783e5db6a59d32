/** A message that cannot be understood; the connection ends. */
export class ProtocolViolation extends Error {}

const HEADER = 16;
const MAX_MESSAGE = 48_000_000;
const MAX_BEFORE_SIGN_IN = 64 * 1024;

/** Cuts the stream of a connection into messages. What is announced is not allocated before it has arrived. */
export class FrameReader {
  #parts: Buffer[] = [];
  #length = 0;

  push(chunk: Buffer): void {
    this.#parts.push(chunk);
    this.#length += chunk.length;
  }

  /** The next whole message, or null if it has not arrived yet. */
  take(signedIn: boolean): Buffer | null {
    if (this.#length < 4) return null;
    const size = this.#joinedHead().readInt32LE(0);
    if (size < HEADER || size > MAX_MESSAGE) throw new ProtocolViolation(`message length ${size}`);
    if (!signedIn && size > MAX_BEFORE_SIGN_IN) throw new ProtocolViolation('large message before sign-in');
    if (this.#length < size) return null;
    const all = Buffer.concat(this.#parts, this.#length);
    this.#parts = all.length > size ? [all.subarray(size)] : [];
    this.#length = all.length - size;
    return all.subarray(0, size);
  }

  #joinedHead(): Buffer {
    const [first] = this.#parts;
    if (first && first.length >= 4) return first;
    const all = Buffer.concat(this.#parts, this.#length);
    this.#parts = [all];
    return all;
  }
}
