import type { Deps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { requisitionRoute } from '../../http/routes-for.ts';
import { scorecardHandlers } from './handlers.ts';
import { ScorecardParams, ScorecardRequest } from './requests.ts';

/** What each interviewer heard, by the criteria and levels of the rubric. */
export function scorecardRoutes(deps: Deps): Route[] {
  const { show, save, again } = scorecardHandlers(deps);
  const page = {
    path: '/requisitions/:requisitionId/applicants/:applicantId/scorecard',
    params: ScorecardParams,
  };
  return [
    requisitionRoute('view', { method: 'get', ...page, handle: show }),
    requisitionRoute('view', {
      method: 'post',
      ...page,
      body: ScorecardRequest,
      handle: save,
      invalid: again,
    }),
  ];
}
