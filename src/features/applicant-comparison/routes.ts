import type { Deps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { requisitionRoute } from '../../http/routes-for.ts';
import { bulkRoutes } from './bulk/routes.ts';
import { drawRoutes } from './draw/routes.ts';
import { viewRoutes } from './views/routes.ts';
import { comparisonHandlers } from './handlers.ts';
import { ApplicantsQuery, ComparisonQuery } from './requests.ts';

/** Applicants by label, and two to five of them side by side. */
export function comparisonRoutes(deps: Deps): Route[] {
  const handlers = comparisonHandlers(deps);
  return [
    ...bulkRoutes(deps),
    ...drawRoutes(deps),
    ...viewRoutes(deps),
    requisitionRoute('compare', {
      method: 'get',
      path: '/requisitions/:requisitionId/applicants',
      query: ApplicantsQuery,
      handle: handlers.list,
    }),
    requisitionRoute('compare', {
      method: 'get',
      path: '/requisitions/:requisitionId/comparison',
      query: ComparisonQuery,
      handle: handlers.compare,
    }),
  ];
}
