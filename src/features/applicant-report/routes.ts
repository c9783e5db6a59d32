import type { Deps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { requisitionRoute } from '../../http/routes-for.ts';
import { reportHandlers } from './handlers.ts';
import { ReportParams } from './requests.ts';

/** Everything that is known about one applicant, by label. */
export function reportRoutes(deps: Deps): Route[] {
  const { show, guide } = reportHandlers(deps);
  const path = '/requisitions/:requisitionId/applicants/:applicantId';
  return [
    requisitionRoute('compare', { method: 'get', path, params: ReportParams, handle: show }),
    requisitionRoute('view', {
      method: 'get',
      path: `${path}/interview-guide`,
      params: ReportParams,
      handle: guide,
    }),
  ];
}
