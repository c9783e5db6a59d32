import type { Deps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { organisationRoute, requisitionRoute, staffRoute } from '../../http/routes-for.ts';
import { decisionDateHandlers } from './decision-date-handlers.ts';
import { jobAnalysisHandlers } from './job-analysis-handlers.ts';
import { lifeHandlers } from './life-handlers.ts';
import { membersHandlers } from './members-handlers.ts';
import { overviewHandlers } from './overview-handlers.ts';
import { ownerHandlers } from './owner-handlers.ts';
import {
  ConfirmationRequest,
  DecisionDateRequest,
  JobAnalysisRequest,
  ListQuery,
  MemberRequest,
  OrganisationRolesQuery,
  ReleaseRequest,
  RequisitionParams,
  RetentionRequest,
  RevisionRequest,
  RulesRequest,
  TitleRequest,
} from './requests.ts';
import { retentionHandlers } from './retention-handlers.ts';
import { rulesHandlers } from './rules-handlers.ts';
import { titleHandlers } from './title-handlers.ts';

const ROLE = '/requisitions/:requisitionId';
const params = RequisitionParams;

/** The list of roles, a role's overview with its opening, and the pages on which a role is set up. */
export function requisitionRoutes(deps: Deps): Route[] {
  const overview = overviewHandlers(deps);
  return [
    staffRoute({ method: 'get', path: '/requisitions', query: ListQuery, handle: overview.list }),
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
    ...lifeRoutes(deps),
    ...ownerRoutes(deps),
  ];
}

function setUpRoutes(deps: Deps): Route[] {
  const jobAnalysis = jobAnalysisHandlers(deps);
  const rules = rulesHandlers(deps);
  const retention = retentionHandlers(deps);
  const decisionDate = decisionDateHandlers(deps);
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
    requisitionRoute('edit', {
      method: 'post',
      path: `${ROLE}/retention`,
      params,
      body: RetentionRequest,
      handle: retention.change,
      invalid: retention.changeAgain,
    }),
    requisitionRoute('edit', {
      method: 'post',
      path: `${ROLE}/decision-date`,
      params,
      body: DecisionDateRequest,
      handle: decisionDate.change,
      invalid: decisionDate.changeAgain,
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

/** Another name, closing, reopening and archiving. */
function lifeRoutes(deps: Deps): Route[] {
  const title = titleHandlers(deps);
  const life = lifeHandlers(deps);
  const body = RevisionRequest;
  const closing = `${ROLE}/closing`;
  const archiving = `${ROLE}/archiving`;
  return [
    requisitionRoute('edit', { method: 'get', path: `${ROLE}/title`, params, handle: title.show }),
    requisitionRoute('edit', {
      method: 'post',
      path: `${ROLE}/title`,
      params,
      body: TitleRequest,
      handle: title.rename,
      invalid: title.renameAgain,
    }),
    requisitionRoute('edit', { method: 'get', path: closing, params, handle: life.showClosing }),
    requisitionRoute('edit', { method: 'post', path: closing, params, body, handle: life.close }),
    requisitionRoute('edit', {
      method: 'post',
      path: `${ROLE}/reopening`,
      params,
      body,
      handle: life.reopen,
    }),
    requisitionRoute('edit', { method: 'get', path: archiving, params, handle: life.showArchiving }),
    requisitionRoute('edit', { method: 'post', path: archiving, params, body, handle: life.archive }),
  ];
}

/** An owner's view of every role, whether they are a member or not: when it is erased, and its Judgment. */
function ownerRoutes(deps: Deps): Route[] {
  const owner = ownerHandlers(deps);
  const role = '/settings/roles/:requisitionId';
  return [
    organisationRoute('release-judgment', {
      method: 'get',
      path: '/settings/roles',
      query: OrganisationRolesQuery,
      handle: owner.list,
    }),
    organisationRoute('release-judgment', { method: 'get', path: role, params, handle: owner.show }),
    organisationRoute('release-judgment', {
      method: 'post',
      path: `${role}/judgment`,
      params,
      body: ReleaseRequest,
      handle: owner.release,
      invalid: owner.releaseAgain,
    }),
    organisationRoute('release-judgment', {
      method: 'post',
      path: `${role}/judgment/withdrawal`,
      params,
      body: RevisionRequest,
      handle: owner.withdraw,
    }),
  ];
}
