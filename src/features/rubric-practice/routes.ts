import type { Deps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { requisitionRoute } from '../../http/routes-for.ts';
import { practiceHandlers } from './handlers.ts';
import { PracticeParams, PracticeQuery } from './requests.ts';

/** Reading the anchors of a role and trying them on example responses. */
export function practiceRoutes(deps: Deps): Route[] {
  const handlers = practiceHandlers(deps);
  const path = '/requisitions/:requisitionId/anchors';
  return [
    requisitionRoute('view', { method: 'get', path, handle: handlers.showAnchors }),
    requisitionRoute('view', {
      method: 'get',
      path: `${path}/practice/:number`,
      params: PracticeParams,
      query: PracticeQuery,
      handle: handlers.practise,
    }),
  ];
}
