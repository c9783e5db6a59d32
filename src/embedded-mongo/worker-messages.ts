import type { StartErrorCode } from './start-error.ts';

/** What the worker is told when it starts. */
export type WorkerTask = {
  readonly path: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
};

/** What the worker says. Any message to it means: close. */
export type WorkerReport =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'failed'; readonly code: StartErrorCode; readonly message: string }
  | { readonly kind: 'closed' };
