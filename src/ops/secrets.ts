import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** 128 random bits in base64url: tells neither time nor neighbour. */
export function newId<T extends string>(): T {
  return randomBytes(16).toString('base64url') as T;
}

const BASE_32 = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A spreadsheet would turn it into a number, a day or a truth value. */
const MISTAKEN = /^\d+(E\d+)?$|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|DEC|^FALSE$/;

/** Five random characters that cannot be misread, shown instead of a name. */
export function newLabel(): string {
  for (;;) {
    const label = Array.from(randomBytes(5), (byte) => BASE_32.charAt(byte % 32)).join('');
    if (!MISTAKEN.test(label)) return label;
  }
}

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64url');
}

/** Signs a text for one purpose, so that a signature made for one thing never serves another. */
export function sign(secret: string, purpose: string, text: string): string {
  return createHmac('sha256', secret).update(`${purpose}\u0000${text}`).digest('base64url');
}

export function sameText(left: string, right: string): boolean {
  return timingSafeEqual(
    createHash('sha256').update(left).digest(),
    createHash('sha256').update(right).digest(),
  );
}
