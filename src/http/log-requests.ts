import type { RequestHandler } from 'express';
import type { Logger } from '../ops/logger.ts';
import { contextOf, openContext } from './request-context.ts';

/** First of all steps: stamps the arrival, and logs the pattern of the route when the answer is out. */
export function logRequests(logger: Logger, clock: () => Date): RequestHandler {
  return (req, res, next) => {
    const { requestId, recvAt } = openContext(req, clock());
    res.set('X-Request-Id', requestId);
    res.on('finish', () => {
      const { pattern, actorId } = contextOf(req);
      const ms = clock().getTime() - recvAt.getTime();
      logger.info({ requestId, method: req.method, pattern, status: res.statusCode, ms, actorId }, 'request');
    });
    next();
  };
}
