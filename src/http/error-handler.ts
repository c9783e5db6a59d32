import type { ErrorRequestHandler } from 'express';
import type { Logger } from '../ops/logger.ts';
import { PasswordQueueFull } from '../ops/password.ts';
import type { RefusedReply } from './reply.ts';
import { contextOf } from './request-context.ts';
import type { SendReply } from './send-reply.ts';

/** Unknown faults get an id that the user sees and the log holds; no stack and no text of a request leaves the server. */
export function createErrorHandler(logger: Logger, send: SendReply): ErrorRequestHandler {
  return async (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const reply = explain(error);
    const { requestId, pattern } = contextOf(req);
    if (reply.status >= 500)
      logger.error({ err: error, requestId, pattern }, 'a request could not be handled');
    else logger.info({ status: reply.status, requestId, pattern }, 'a request was refused');
    await send(req, res, reply);
  };
}

interface HttpFault {
  readonly status?: unknown;
  readonly type?: unknown;
  readonly name?: unknown;
}

function explain(error: unknown): RefusedReply {
  const { status, type, name } = (typeof error === 'object' && error !== null ? error : {}) as HttpFault;
  if (type === 'entity.too.large' || type === 'parameters.too.many') {
    return refused(
      413,
      'That is too much text',
      'The text is longer than this page can take. Go back, shorten it and send it again.',
    );
  }
  if (status === 400 || status === 415) {
    return refused(400, 'This could not be read', 'The request was not well formed. Go back and try again.');
  }
  if (error instanceof PasswordQueueFull) {
    return refused(503, 'Many people are signing in', 'Wait a few seconds and press the button again.');
  }
  if (typeof name === 'string' && name.startsWith('Mongo')) {
    return refused(
      503,
      'The store does not answer at the moment',
      'Nothing you saved before is lost. Wait a few seconds, go back and press the button again.',
    );
  }
  return refused(
    500,
    'Something went wrong on our side',
    'Nothing you saved before is lost. Wait a moment and try again; if it keeps happening, tell your contact the reference below.',
  );
}

const refused = (status: RefusedReply['status'], heading: string, text: string): RefusedReply => ({
  kind: 'refused',
  status,
  heading,
  text,
});
