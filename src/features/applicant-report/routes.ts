import type { Deps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { requisitionRoute } from '../../http/routes-for.ts';
import { reportHandlers } from './handlers.ts';
import { ReportParams } from './requests.ts';

/** Everything that is known about one applicant, by label, as a page and as a file. */
export function reportRoutes(deps: Deps): Route[] {
  const { show, file, guide, guideFile } = reportHandlers(deps);
  const path = '/requisitions/:requisitionId/applicants/:applicantId';
  const spec = { method: 'get', params: ReportParams } as const;
  return [
    requisitionRoute('compare', { ...spec, path, handle: show }),
    requisitionRoute('compare', { ...spec, path: `${path}/pdf`, handle: file }),
    requisitionRoute('view', { ...spec, path: `${path}/interview-guide`, handle: guide }),
    requisitionRoute('view', { ...spec, path: `${path}/interview-guide/pdf`, handle: guideFile }),
  ];
}
