import type { Deps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { organisationRoute, requisitionRoute } from '../../http/routes-for.ts';
import { approvalHandlers } from './approval-handlers.ts';
import { draftHandlers } from './draft-handlers.ts';
import { publicationHandlers } from './publication-handlers.ts';
import {
  BeginRequest,
  DraftRequest,
  ProposeRequest,
  RefuseRequest,
  RevisionRequest,
  RoleParams,
  SampleParams,
  SampleRequest,
  VersionParams,
} from './requests.ts';
import { rubricHandlers } from './rubric-handlers.ts';
import { sampleHandlers } from './sample-handlers.ts';

const RUBRIC = '/requisitions/:requisitionId/rubric';
const params = RoleParams;

/** A role's rubric: its versions, its one draft, and the way from one to the other. */
export function rubricRoutes(deps: Deps): Route[] {
  const rubric = rubricHandlers(deps);
  return [
    requisitionRoute('view', { method: 'get', path: RUBRIC, params, handle: rubric.show }),
    requisitionRoute('view', {
      method: 'get',
      path: `${RUBRIC}/versions/:number`,
      params: VersionParams,
      handle: rubric.showVersion,
    }),
    ...draftRoutes(deps),
    ...sampleRoutes(deps),
    ...publicationRoutes(deps),
    ...approvalRoutes(deps),
  ];
}

function draftRoutes(deps: Deps): Route[] {
  const draft = draftHandlers(deps);
  const path = `${RUBRIC}/draft`;
  return [
    requisitionRoute('edit-rubric', {
      method: 'post',
      path: `${path}/begin`,
      params,
      body: BeginRequest,
      handle: draft.begin,
      invalid: draft.beginAgain,
    }),
    requisitionRoute('edit-rubric', { method: 'get', path, params, handle: draft.edit }),
    requisitionRoute('edit-rubric', {
      method: 'post',
      path,
      params,
      body: DraftRequest,
      handle: draft.save,
      invalid: draft.saveAgain,
    }),
    requisitionRoute('edit-rubric', {
      method: 'post',
      path: `${path}/discarding`,
      params,
      body: RevisionRequest,
      handle: draft.discard,
    }),
  ];
}

function sampleRoutes(deps: Deps): Route[] {
  const sample = sampleHandlers(deps);
  const path = `${RUBRIC}/sample`;
  return [
    requisitionRoute('edit-rubric', { method: 'get', path, params, handle: sample.show }),
    requisitionRoute('edit-rubric', {
      method: 'get',
      path: `${path}/:taskId`,
      params: SampleParams,
      handle: sample.showOne,
    }),
    requisitionRoute('edit-rubric', {
      method: 'post',
      path: `${path}/:taskId`,
      params: SampleParams,
      body: SampleRequest,
      handle: sample.rate,
      invalid: sample.rateAgain,
    }),
  ];
}

function publicationRoutes(deps: Deps): Route[] {
  const publication = publicationHandlers(deps);
  return [
    requisitionRoute('edit-rubric', {
      method: 'get',
      path: `${RUBRIC}/preview`,
      params,
      handle: publication.preview,
    }),
    requisitionRoute('edit-rubric', {
      method: 'post',
      path: `${RUBRIC}/publication`,
      params,
      body: ProposeRequest,
      handle: publication.propose,
      invalid: publication.proposeAgain,
    }),
    requisitionRoute('edit-rubric', {
      method: 'post',
      path: `${RUBRIC}/publication/withdrawal`,
      params,
      body: RevisionRequest,
      handle: publication.withdraw,
    }),
  ];
}

/** The second person is often not a member of the role. */
function approvalRoutes(deps: Deps): Route[] {
  const approval = approvalHandlers(deps);
  const path = '/rubric-changes';
  const one = `${path}/:requisitionId`;
  return [
    organisationRoute('approve-rubric', { method: 'get', path, handle: approval.list }),
    organisationRoute('approve-rubric', { method: 'get', path: one, params, handle: approval.show }),
    organisationRoute('approve-rubric', {
      method: 'get',
      path: `${one}/versions/:number`,
      params: VersionParams,
      handle: approval.showVersion,
    }),
    organisationRoute('approve-rubric', {
      method: 'post',
      path: `${one}/approval`,
      params,
      body: RevisionRequest,
      handle: approval.approve,
    }),
    organisationRoute('approve-rubric', {
      method: 'post',
      path: `${one}/refusal`,
      params,
      body: RefuseRequest,
      handle: approval.refuse,
      invalid: approval.refuseAgain,
    }),
  ];
}
