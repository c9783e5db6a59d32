import { csrfSync } from 'csrf-sync';
import type { Request } from 'express';
import { sameText, sign } from '../ops/secrets.ts';
import { CANDIDATE_COOKIE, readCookies } from './cookies.ts';
import type { AccessRule } from './route.ts';

const synchroniser = csrfSync({
  getTokenFromRequest: (req) => postedToken(req),
});

function postedToken(req: Request): string {
  const body = req.body as Record<string, unknown> | undefined;
  const token = body?.['_csrf'];
  return typeof token === 'string' ? token : '';
}

/** The candidate's token: an HMAC of their cookie, so nothing has to be stored and it outlives every page. */
function candidateToken(secret: string, req: Request): string {
  const cookie = readCookies(req)[CANDIDATE_COOKIE];
  return cookie === undefined ? '' : sign(secret, 'candidate-csrf', cookie);
}

/** The token for the forms of a page. Public pages need none: they are protected by where the request comes from. */
export function csrfTokenFor(secret: string, req: Request, signedIn: boolean): string {
  const candidate = candidateToken(secret, req);
  if (candidate !== '' && req.path.startsWith('/attempts')) return candidate;
  return signedIn ? synchroniser.generateToken(req) : '';
}

/** Whether a POST was made by one of our own pages. */
export function isOwnRequest(rule: AccessRule, secret: string, publicUrl: string, req: Request): boolean {
  if (rule.kind === 'public') return comesFromOurPages(publicUrl, req);
  if (rule.kind === 'candidate') {
    const expected = candidateToken(secret, req);
    return expected !== '' && sameText(expected, postedToken(req));
  }
  return synchroniser.isRequestValid(req);
}

/** Browsers on plain http and old phones send no Sec-Fetch-Site; their Origin has to be ours. */
export function comesFromOurPages(publicUrl: string, req: Request): boolean {
  const site = req.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  return req.get('origin') === new URL(publicUrl).origin;
}
