import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';
import { failWith } from '../command-error.ts';

const ITERATIONS = 4096;

/** What the server keeps of the password (RFC 7677). */
export type ScramKeys = {
  readonly user: string;
  readonly salt: Buffer;
  readonly storedKey: Buffer;
  readonly serverKey: Buffer;
};

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

export function deriveKeys(user: string, password: string): ScramKeys {
  const salt = randomBytes(28);
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256');
  const storedKey = createHash('sha256').update(hmac(salted, 'Client Key')).digest();
  return { user, salt, storedKey, serverKey: hmac(salted, 'Server Key') };
}

/** One SCRAM-SHA-256 conversation: first message, then proof. */
export class ScramConversation {
  readonly #keys: ScramKeys;
  readonly #nonce: string;
  readonly #bare: string;
  readonly #known: boolean;
  readonly reply: string;

  constructor(keys: ScramKeys, payload: string) {
    const parts = /^n,,(?<bare>n=(?<user>[^,]*),r=(?<nonce>[^,]+))$/.exec(payload)?.groups ?? {};
    this.#keys = keys;
    this.#bare = parts.bare ?? '';
    this.#known = parts.user === keys.user;
    this.#nonce = `${parts.nonce ?? ''}${randomBytes(24).toString('base64')}`;
    this.reply = `r=${this.#nonce},s=${keys.salt.toString('base64')},i=${ITERATIONS}`;
  }

  /** The server's own proof; anything wrong is refused with the same words. */
  finish(payload: string): string {
    const parts =
      /^(?<open>c=biws,r=(?<nonce>[^,]+)),p=(?<proof>[A-Za-z0-9+/=]+)$/.exec(payload)?.groups ?? {};
    const message = `${this.#bare},${this.reply},${parts.open ?? ''}`;
    const proof = Buffer.from(parts.proof ?? '', 'base64');
    if (!this.#known || parts.nonce !== this.#nonce || !this.#proves(proof, message)) {
      return failWith('AuthenticationFailed', 'Authentication failed.');
    }
    return `v=${hmac(this.#keys.serverKey, message).toString('base64')}`;
  }

  #proves(proof: Buffer, message: string): boolean {
    if (proof.length !== 32) return false;
    const signature = hmac(this.#keys.storedKey, message);
    const clientKey = Buffer.from(proof.map((byte, index) => byte ^ (signature[index] ?? 0)));
    return timingSafeEqual(createHash('sha256').update(clientKey).digest(), this.#keys.storedKey);
  }
}
