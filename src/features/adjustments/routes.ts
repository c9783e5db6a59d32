import type { Deps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { candidateRoute, organisationRoute, publicRoute } from '../../http/routes-for.ts';
import { candidateHandlers } from './candidate-handlers.ts';
import { queueHandlers } from './queue-handlers.ts';
import { requestHandlers } from './request-handlers.ts';
import {
  AnswerRequest,
  ApplicantParams,
  AskRequest,
  AttemptParams,
  KeptQuery,
  NoLimitRequest,
  OpenRequest,
  QueueQuery,
  RequestParams,
  TimeRequest,
  TokenParams,
  WriterQuery,
} from './requests.ts';

/** Asking for a change, and what the people who handle adjustments do about it. */
export function adjustmentRoutes(deps: Deps): Route[] {
  return [...candidateRoutes(deps), ...queueRoutes(deps), ...requestRoutes(deps)];
}

function candidateRoutes(deps: Deps): Route[] {
  const candidate = candidateHandlers(deps);
  const byToken = { path: '/i/:token/adjustments', params: TokenParams };
  const byAttempt = { path: '/attempts/:attemptId/adjustments', params: AttemptParams };
  return [
    publicRoute({ method: 'get', ...byToken, handle: candidate.showByToken }),
    publicRoute({
      method: 'post',
      ...byToken,
      body: AskRequest,
      handle: candidate.askByToken,
      invalid: candidate.againByToken,
    }),
    candidateRoute({ method: 'get', ...byAttempt, query: WriterQuery, handle: candidate.showByAttempt }),
    candidateRoute({
      method: 'post',
      ...byAttempt,
      body: AskRequest,
      handle: candidate.askByAttempt,
      invalid: candidate.againByAttempt,
    }),
  ];
}

function queueRoutes(deps: Deps): Route[] {
  const queue = queueHandlers(deps);
  const one = '/adjustments/applicants/:applicantId';
  const params = ApplicantParams;
  return [
    organisationRoute('adjust', {
      method: 'get',
      path: '/adjustments',
      query: QueueQuery,
      handle: queue.queue,
    }),
    organisationRoute('adjust', {
      method: 'get',
      path: one,
      params,
      query: KeptQuery,
      handle: queue.applicant,
    }),
    organisationRoute('adjust', {
      method: 'post',
      path: `${one}/requests`,
      params,
      body: OpenRequest,
      handle: queue.open,
    }),
  ];
}

function requestRoutes(deps: Deps): Route[] {
  const request = requestHandlers(deps);
  const one = '/adjustments/requests/:requestId';
  const params = RequestParams;
  const post = { method: 'post', params, invalid: request.again } as const;
  return [
    organisationRoute('adjust', { method: 'get', path: one, params, handle: request.show }),
    organisationRoute('adjust', {
      ...post,
      path: `${one}/time`,
      body: TimeRequest,
      handle: request.giveTime,
    }),
    organisationRoute('adjust', {
      ...post,
      path: `${one}/no-limit`,
      body: NoLimitRequest,
      handle: request.switchOff,
    }),
    organisationRoute('adjust', {
      ...post,
      path: `${one}/answer`,
      body: AnswerRequest,
      handle: request.answer,
    }),
  ];
}
