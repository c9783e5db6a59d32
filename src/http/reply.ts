import type { Plain } from '../core/kernel/canonical-form.ts';
import type { CandidateContact } from './parts.ts';

export type Layout = 'staff' | 'candidate' | 'plain';

export interface Flash {
  readonly kind: 'ok' | 'warn';
  readonly text: string;
}

export interface CookieChange {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  readonly maxAgeMs: number;
  readonly httpOnly: boolean;
}

/** A page: `vm` is a finished view model, the only thing the view gets besides `chrome`. */
export interface PageReply {
  readonly kind: 'page';
  readonly status?: number;
  readonly layout: Layout;
  readonly view: string;
  readonly title: string;
  readonly vm: object;
  /** Everything in a simulated requisition says so on every page. */
  readonly simulated?: boolean;
  /** The employer's name on a candidate's page; staff pages take it from the account. */
  readonly organisation?: string;
  /** Below every page of a candidate who is known to be one. */
  readonly contact?: CandidateContact;
  readonly cookies?: readonly CookieChange[];
}

/** A text to keep: the browser saves it under this name and never shows it. */
interface FileReply {
  readonly kind: 'file';
  readonly fileName: string;
  readonly type: 'text/csv';
  readonly text: string;
}

/** A file that is made while it is sent, because it may be larger than memory. */
export interface StreamReply {
  readonly kind: 'stream';
  readonly fileName: string;
  readonly type:
    | 'text/csv'
    | 'application/json'
    | 'application/pdf'
    | 'application/zip'
    | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  readonly pieces: AsyncIterable<string | Uint8Array>;
  /** Called once, when all of it has left or it has broken off. It throws nothing. */
  readonly ended?: (whole: boolean) => Promise<void>;
}

/** What a handler answers. Handlers never touch the response themselves. */
export type Reply =
  | PageReply
  | {
      readonly kind: 'redirect';
      readonly to: string;
      readonly flash?: Flash;
      readonly cookies?: readonly CookieChange[];
    }
  | {
      readonly kind: 'json';
      readonly status: number;
      readonly body: Plain;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | FileReply
  | StreamReply
  | RefusedReply;

/** An error page (or its JSON twin) with what to do next. */
export interface RefusedReply {
  readonly kind: 'refused';
  readonly status: 400 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503;
  readonly heading: string;
  readonly text: string;
  readonly actions?: readonly { readonly label: string; readonly href: string }[];
}

/** What exists for nobody and what is not yours to see answer with the same words. */
export const notFound: RefusedReply = {
  kind: 'refused',
  status: 404,
  heading: 'This page is not here',
  text: 'The address may be mistyped, or what it led to is no longer there. Check the address or start from the first page.',
};

export const forbidden: RefusedReply = {
  kind: 'refused',
  status: 403,
  heading: 'Your account may not do this',
  text: 'This needs a role that your account does not have. Ask an owner of your organisation to give it to you.',
};

export const redirect = (to: string, flash?: Flash): Reply => ({
  kind: 'redirect',
  to,
  ...(flash === undefined ? {} : { flash }),
});
