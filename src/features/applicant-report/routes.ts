import type { Deps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { requisitionRoute } from '../../http/routes-for.ts';
import { reportHandlers } from './handlers.ts';
import { resultHandlers } from './own-results/result-handlers.ts';
import { ReleaseRequest } from './own-results/result-requests.ts';
import { ReportParams, ReportQuery } from './requests.ts';

/** Everything that is known about one applicant, by label, as a page and as a file. */
export function reportRoutes(deps: Deps): Route[] {
  const { show, file, guide, guideFile } = reportHandlers(deps);
  const path = '/requisitions/:requisitionId/applicants/:applicantId';
  const spec = { method: 'get', params: ReportParams } as const;
  const results = resultHandlers(deps);
  const ownResults = { path: `${path}/own-results`, params: ReportParams };
  return [
    requisitionRoute('compare', { ...spec, query: ReportQuery, path, handle: show }),
    requisitionRoute('compare', { ...spec, query: ReportQuery, path: `${path}/pdf`, handle: file }),
    requisitionRoute('view', { ...spec, path: `${path}/interview-guide`, handle: guide }),
    requisitionRoute('view', { ...spec, path: `${path}/interview-guide/pdf`, handle: guideFile }),
    requisitionRoute('decide', { method: 'get', ...ownResults, handle: results.show }),
    requisitionRoute('decide', {
      method: 'post',
      ...ownResults,
      body: ReleaseRequest,
      handle: results.release,
      invalid: results.releaseAgain,
    }),
  ];
}
