import type { Deps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { requisitionRoute } from '../../http/routes-for.ts';
import { findProgress } from './find-progress.ts';
import { progressPage } from './progress-page.ts';

/** What holds a role up, and how long it takes at the present pace. */
export function progressRoutes(deps: Deps): Route[] {
  return [
    requisitionRoute('allocate', {
      method: 'get',
      path: '/requisitions/:requisitionId/progress',
      handle: async ({ actor, requisition }) =>
        progressPage(actor, requisition, await findProgress(deps, requisition)),
    }),
  ];
}
