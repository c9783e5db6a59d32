import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { Config } from '../config.ts';
import type { Layout } from './reply.ts';

/** No inline anything, nothing from elsewhere, and scripts cannot turn texts into markup. */
function policy(layout: Layout): string {
  const trustedTypes = layout === 'candidate' ? "'none'" : 'fragment';
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypes}`,
  ].join('; ');
}

export function setPageHeaders(res: Response, layout: Layout): void {
  res.set('Content-Security-Policy', policy(layout));
  res.set('Cache-Control', 'no-store');
}

/** Headers of every answer. The policy of a page is set again when its layout is known. */
export function setUpHeaders(config: Config): RequestHandler[] {
  const https = config.publicUrl.startsWith('https:');
  return [
    helmet({
      contentSecurityPolicy: false,
      strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
      referrerPolicy: { policy: 'same-origin' },
      xXssProtection: false,
    }),
    (_req, res, next) => {
      res.set('Content-Security-Policy', policy('candidate'));
      next();
    },
  ];
}
