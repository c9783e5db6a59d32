import type { Deps } from '../../../deps.ts';
import type { Route } from '../../../http/route.ts';
import { candidateRoute } from '../../../http/routes-for.ts';
import { AttemptParams, WriterQuery } from '../requests.ts';
import { FeedbackRequest, feedbackHandlers } from './feedback-handlers.ts';
import { ReuseRequest, reuseHandlers } from './reuse-handlers.ts';

/** What a candidate is asked after handing in. */
export function feedbackRoutes(deps: Deps): Route[] {
  const feedback = feedbackHandlers(deps);
  const reuse = reuseHandlers(deps);
  const params = AttemptParams;
  const query = WriterQuery;
  return [
    candidateRoute({
      method: 'post',
      path: '/attempts/:attemptId/feedback',
      params,
      query,
      body: FeedbackRequest,
      handle: feedback.give,
      invalid: feedback.giveAgain,
    }),
    candidateRoute({
      method: 'post',
      path: '/attempts/:attemptId/reuse',
      params,
      query,
      body: ReuseRequest,
      handle: reuse.answer,
    }),
  ];
}
