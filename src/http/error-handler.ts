import type { ErrorRequestHandler } from 'express';
import type { Logger } from '../ops/logger.ts';
import { explainError } from './explain-error.ts';
import { contextOf } from './request-context.ts';
import type { SendReply } from './send-reply.ts';

/** Unknown faults get an id that the user sees and the log holds; no stack and no text of a request leaves the server. */
export function createErrorHandler(logger: Logger, send: SendReply): ErrorRequestHandler {
  return async (error: unknown, req, res, next) => {
    const { requestId, pattern } = contextOf(req);
    if (res.headersSent) {
      logger.error({ err: error, requestId, pattern }, 'an answer broke off');
      next(error);
      return;
    }
    const reply = explainError(error);
    if (reply.status >= 500)
      logger.error({ err: error, requestId, pattern }, 'a request could not be handled');
    else logger.info({ status: reply.status, requestId, pattern }, 'a request was refused');
    await send(req, res, reply);
  };
}
