import type { Deps } from '../../../deps.ts';
import type { Route } from '../../../http/route.ts';
import { requisitionRoute } from '../../../http/routes-for.ts';
import { viewHandlers } from './handlers.ts';
import { ChangeRequest, SaveRequest, ViewParams, ViewsParams, ViewsQuery } from './requests.ts';

/** Lists of a role under a name. */
export function viewRoutes(deps: Deps): Route[] {
  const handlers = viewHandlers(deps);
  const path = '/requisitions/:requisitionId/list-views';
  const post = { method: 'post', params: ViewParams } as const;
  return [
    requisitionRoute('compare', {
      method: 'get',
      path,
      params: ViewsParams,
      query: ViewsQuery,
      handle: handlers.show,
    }),
    requisitionRoute('compare', {
      method: 'post',
      path,
      params: ViewsParams,
      body: SaveRequest,
      handle: handlers.save,
      invalid: handlers.typedAgain,
    }),
    requisitionRoute('compare', {
      ...post,
      path: `${path}/:viewId`,
      body: ChangeRequest,
      handle: handlers.change,
      invalid: handlers.typedAgain,
    }),
    requisitionRoute('compare', { ...post, path: `${path}/:viewId/removal`, handle: handlers.remove }),
  ];
}
