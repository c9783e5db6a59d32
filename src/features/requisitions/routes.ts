import type { Deps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { requisitionRoute, staffRoute } from '../../http/routes-for.ts';
import { jobAnalysisHandlers } from './job-analysis-handlers.ts';
import { membersHandlers } from './members-handlers.ts';
import { overviewHandlers } from './overview-handlers.ts';
import {
  ConfirmationRequest,
  JobAnalysisRequest,
  MemberRequest,
  RequisitionParams,
  RevisionRequest,
  RulesRequest,
} from './requests.ts';
import { rulesHandlers } from './rules-handlers.ts';

const ROLE = '/requisitions/:requisitionId';
const params = RequisitionParams;

/** The list of roles, a role's overview with its opening, and the pages on which a role is set up. */
export function requisitionRoutes(deps: Deps): Route[] {
  const overview = overviewHandlers(deps);
  return [
    staffRoute({ method: 'get', path: '/requisitions', handle: overview.list }),
    requisitionRoute('view', { method: 'get', path: ROLE, params, handle: overview.show }),
    requisitionRoute('edit', {
      method: 'post',
      path: `${ROLE}/open`,
      params,
      body: RevisionRequest,
      handle: overview.open,
    }),
    ...setUpRoutes(deps),
    ...memberRoutes(deps),
  ];
}

function setUpRoutes(deps: Deps): Route[] {
  const jobAnalysis = jobAnalysisHandlers(deps);
  const rules = rulesHandlers(deps);
  return [
    requisitionRoute('edit', {
      method: 'get',
      path: `${ROLE}/job-analysis`,
      params,
      handle: jobAnalysis.show,
    }),
    requisitionRoute('edit', {
      method: 'post',
      path: `${ROLE}/job-analysis`,
      params,
      body: JobAnalysisRequest,
      handle: jobAnalysis.change,
      invalid: jobAnalysis.changeAgain,
    }),
    requisitionRoute('edit', {
      method: 'post',
      path: `${ROLE}/job-analysis/confirmation`,
      params,
      body: ConfirmationRequest,
      handle: jobAnalysis.confirm,
      invalid: jobAnalysis.confirmAgain,
    }),
    requisitionRoute('edit', { method: 'get', path: `${ROLE}/rules`, params, handle: rules.show }),
    requisitionRoute('edit', {
      method: 'post',
      path: `${ROLE}/rules`,
      params,
      body: RulesRequest,
      handle: rules.change,
      invalid: rules.changeAgain,
    }),
  ];
}

function memberRoutes(deps: Deps): Route[] {
  const members = membersHandlers(deps);
  return [
    requisitionRoute('edit', { method: 'get', path: `${ROLE}/members`, params, handle: members.show }),
    requisitionRoute('edit', {
      method: 'post',
      path: `${ROLE}/members`,
      params,
      body: MemberRequest,
      handle: members.add,
      invalid: members.addAgain,
    }),
    requisitionRoute('edit', {
      method: 'post',
      path: `${ROLE}/members/remove`,
      params,
      body: MemberRequest,
      handle: members.remove,
    }),
  ];
}
