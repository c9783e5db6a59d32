import type { Request } from 'express';
import { comesFromOurPages } from './csrf.ts';
import { rawFields } from './parse-request.ts';
import type { PageReply } from './reply.ts';

interface SendAgainVm {
  readonly heading: string;
  readonly lines: readonly string[];
  /** Opens beside this page, which holds what was typed; null for those who are signed in. */
  readonly signInHref: string | null;
  readonly action: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** What somebody would not want to write again, to read and to copy. */
  readonly texts: readonly string[];
}

const WORDS = /\s/;

const SIGNED_OUT = {
  status: 401,
  heading: 'You were signed out before this was sent',
  lines: [
    'Nothing was changed. What you typed is still here, as long as this page is open.',
    'Sign in first: the page opens beside this one. Then come back here and send it again.',
  ],
  signInHref: '/sign-in',
} as const;

const UNBOUND = {
  status: 404,
  heading: 'Open your invitation link again',
  lines: [
    'This device is not connected to your test any more, so this was not saved. What you typed is still here, as long as this page is open.',
    'Open the link from your invitation in a new tab. Then come back here and send it again.',
  ],
  signInHref: null,
} as const;

const OPEN_TOO_LONG = {
  status: 403,
  heading: 'Send this once more',
  lines: [
    'The page had been open for too long or was opened twice. Nothing was changed, and nothing is lost.',
  ],
  signInHref: null,
} as const;

const REASONS = { 'signed-out': SIGNED_OUT, 'open-too-long': OPEN_TOO_LONG, unbound: UNBOUND };

/**
 * A form that came too late for its web session, with all that was typed. Null where nothing was, and for what another
 * site has sent: nobody should be led to press its button.
 */
export function sendAgainPage(publicUrl: string, req: Request, why: keyof typeof REASONS): PageReply | null {
  if (!comesFromOurPages(publicUrl, req)) return null;
  const fields = Object.entries(rawFields(req)).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one) => ({ name, value: one })),
  );
  if (fields.length === 0) return null;
  const { status, ...words } = REASONS[why];
  const vm: SendAgainVm = {
    ...words,
    action: req.originalUrl,
    fields,
    texts: fields.map(({ value }) => value).filter((value) => WORDS.test(value.trim())),
  };
  return { kind: 'page', status, layout: 'plain', view: 'errors/send-again', title: words.heading, vm };
}
