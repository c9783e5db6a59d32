import type { Request } from 'express';
import { randomBytes } from 'node:crypto';

/** What the server itself knows of a request, kept beside it rather than on it. */
export interface RequestContext {
  readonly requestId: string;
  /** Stamped by the first middleware, before the body is read: slow lines are not charged to anybody. */
  readonly recvAt: Date;
  /** The pattern of the matched route. Logs print it instead of the path, which may hold a token. */
  pattern: string;
  actorId: string | null;
}

const contexts = new WeakMap<object, RequestContext>();

export function openContext(request: object, recvAt: Date): RequestContext {
  const context = {
    requestId: randomBytes(6).toString('base64url'),
    recvAt,
    pattern: '(none)',
    actorId: null,
  };
  contexts.set(request, context);
  return context;
}

export function contextOf(request: Request): RequestContext {
  const context = contexts.get(request);
  if (context === undefined) throw new Error('a request was handled before its context was opened');
  return context;
}
