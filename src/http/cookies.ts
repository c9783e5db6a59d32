import type { Request, Response } from 'express';
import type { CookieChange } from './reply.ts';

export const CANDIDATE_COOKIE = 'attune-candidate';

/** The cookies of a request; of a repeated name the first counts. */
export function readCookies(req: Request): Readonly<Record<string, string>> {
  const found = new Map<string, string>();
  for (const pair of (req.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    if (at > 0 && !found.has(name)) found.set(name, pair.slice(at + 1).trim());
  }
  return Object.fromEntries(found);
}

/** Values must be base64url or plain words already; nothing is encoded. */
export function writeCookies(res: Response, changes: readonly CookieChange[], secure: boolean): void {
  for (const { name, value, path, maxAgeMs, httpOnly } of changes) {
    res.cookie(name, value, { path, maxAge: maxAgeMs, httpOnly, secure, sameSite: 'lax', encode: String });
  }
}
