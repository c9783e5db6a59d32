import type { Deps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { organisationRoute } from '../../http/routes-for.ts';
import { erasureHandlers } from './handlers.ts';
import { ApplicantParams, EraseRequest, FindQuery } from './requests.ts';

/** The owner finds an applicant by label or id, reads what will go, and erases. */
export function erasureRoutes(deps: Deps): Route[] {
  const erasure = erasureHandlers(deps);
  const one = { path: '/erasure/:applicantId', params: ApplicantParams };
  return [
    organisationRoute('change-settings', {
      method: 'get',
      path: '/erasure',
      query: FindQuery,
      handle: erasure.find,
    }),
    organisationRoute('change-settings', { method: 'get', ...one, handle: erasure.show }),
    organisationRoute('change-settings', {
      method: 'post',
      ...one,
      body: EraseRequest,
      handle: erasure.erase,
      invalid: erasure.eraseAgain,
    }),
  ];
}
