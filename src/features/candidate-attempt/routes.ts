import type { Deps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { candidateRoute, publicRoute } from '../../http/routes-for.ts';
import { feedbackRoutes } from './feedback/feedback-routes.ts';
import { itemHandlers } from './item-handlers.ts';
import { landingHandlers } from './landing-handlers.ts';
import { overviewHandlers } from './overview-handlers.ts';
import { partHandlers } from './part-handlers.ts';
import { previewRoutes } from './preview/preview-routes.ts';
import { statusRoutes } from './status/status-routes.ts';
import {
  AttemptParams,
  BeginRequest,
  ClaimRequest,
  ComfortRequest,
  EpochRequest,
  HandInRequest,
  ItemParams,
  PartParams,
  PracticeRequest,
  SaveRequest,
  TimeRequest,
  TokenParams,
  WriterQuery,
} from './requests.ts';
import { signalHandlers } from './signal-handlers.ts';

const attempt = '/attempts/:attemptId';

/** The candidate's way from the link to the receipt, and the same way for staff to look at. */
export function candidateAttemptRoutes(deps: Deps): Route[] {
  return [
    ...entryRoutes(deps),
    ...statusRoutes(deps),
    ...overviewRoutes(deps),
    ...partRoutes(deps),
    ...itemRoutes(deps),
    ...previewRoutes(deps),
  ];
}

function entryRoutes(deps: Deps): Route[] {
  const landing = landingHandlers(deps);
  const params = TokenParams;
  return [
    publicRoute({ method: 'get', path: '/i/:token', params, handle: landing.show }),
    publicRoute({
      method: 'post',
      path: '/i/:token/begin',
      params,
      body: BeginRequest,
      handle: landing.begin,
      invalid: landing.again,
    }),
  ];
}

function overviewRoutes(deps: Deps): Route[] {
  const overview = overviewHandlers(deps);
  const signal = signalHandlers(deps);
  const params = AttemptParams;
  const query = WriterQuery;
  const practice = `${attempt}/practice/:itemId`;
  const post = 'post';
  return [
    candidateRoute({ method: 'get', path: attempt, params, query, handle: overview.show }),
    candidateRoute({
      method: post,
      path: `${attempt}/time`,
      params,
      body: TimeRequest,
      handle: overview.chooseTime,
    }),
    candidateRoute({
      method: post,
      path: `${attempt}/comfort`,
      params,
      body: ComfortRequest,
      handle: overview.chooseComfort,
    }),
    candidateRoute({ method: 'get', path: practice, params: ItemParams, query, handle: overview.practise }),
    candidateRoute({
      method: post,
      path: practice,
      params: ItemParams,
      body: PracticeRequest,
      handle: overview.explain,
    }),
    candidateRoute({
      method: post,
      path: `${attempt}/claim`,
      params,
      query,
      body: ClaimRequest,
      handle: overview.claim,
    }),
    candidateRoute({ method: 'get', path: `${attempt}/receipt`, params, query, handle: overview.receipt }),
    ...feedbackRoutes(deps),
    candidateRoute({ method: 'get', path: `${attempt}/state`, params, query, handle: signal.state }),
    candidateRoute({
      method: post,
      path: `${attempt}/heartbeat`,
      params,
      body: EpochRequest,
      handle: signal.beat,
    }),
  ];
}

function partRoutes(deps: Deps): Route[] {
  const part = partHandlers(deps);
  const params = PartParams;
  const query = WriterQuery;
  const path = `${attempt}/parts/:sectionId`;
  return [
    candidateRoute({ method: 'get', path, params, query, handle: part.show }),
    candidateRoute({
      method: 'post',
      path: `${path}/start`,
      params,
      body: EpochRequest,
      handle: part.start,
    }),
    candidateRoute({ method: 'get', path: `${path}/check`, params, query, handle: part.check }),
    candidateRoute({
      method: 'post',
      path: `${path}/hand-in`,
      params,
      body: HandInRequest,
      handle: part.handIn,
    }),
  ];
}

function itemRoutes(deps: Deps): Route[] {
  const item = itemHandlers(deps);
  const params = ItemParams;
  const path = `${attempt}/items/:itemId`;
  return [
    candidateRoute({ method: 'get', path, params, query: WriterQuery, handle: item.show }),
    candidateRoute({
      method: 'post',
      path: `${path}/response`,
      params,
      body: SaveRequest,
      query: WriterQuery,
      handle: item.save,
      invalid: item.again,
    }),
  ];
}
