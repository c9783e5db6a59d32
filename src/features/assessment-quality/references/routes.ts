import type { Deps } from '../../../deps.ts';
import type { Route } from '../../../http/route.ts';
import { organisationRoute } from '../../../http/routes-for.ts';
import { referenceHandlers } from './handlers.ts';
import { ConstantsRequest, NormGroupRequest, ReferenceParams } from './requests.ts';

/** What scores are compared with and what Overall stands on: read by owners and auditors, frozen by owners. */
export function referenceRoutes(deps: Deps): Route[] {
  const handlers = referenceHandlers(deps);
  const params = ReferenceParams;
  return [
    organisationRoute('read-quality', {
      method: 'get',
      path: '/quality/:requisitionId/references',
      params,
      handle: handlers.show,
    }),
    organisationRoute('freeze-references', {
      method: 'post',
      path: '/quality/:requisitionId/norm-groups',
      params,
      body: NormGroupRequest,
      handle: handlers.freezeGroup,
      invalid: handlers.groupAgain,
    }),
    organisationRoute('freeze-references', {
      method: 'post',
      path: '/quality/:requisitionId/reference-constants',
      params,
      body: ConstantsRequest,
      handle: handlers.freezeConstants,
      invalid: handlers.constantsAgain,
    }),
  ];
}
