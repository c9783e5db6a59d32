import type { Deps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { requisitionRoute } from '../../http/routes-for.ts';
import { invitationHandlers } from './handlers.ts';
import { InvitationParams, InvitationsParams, InvitationsQuery, InviteRequest } from './requests.ts';

const LIST = '/requisitions/:requisitionId/invitations';
const ONE = `${LIST}/:invitationId`;

/** Inviting by link. The only pages that know an applicant's name and address. */
export function invitationRoutes(deps: Deps): Route[] {
  const handlers = invitationHandlers(deps);
  return [
    requisitionRoute('see-contacts', {
      method: 'get',
      path: LIST,
      params: InvitationsParams,
      query: InvitationsQuery,
      handle: handlers.show,
    }),
    requisitionRoute('invite', {
      method: 'post',
      path: LIST,
      params: InvitationsParams,
      body: InviteRequest,
      handle: handlers.invite,
      invalid: handlers.inviteAgain,
    }),
    requisitionRoute('invite', {
      method: 'post',
      path: `${ONE}/link`,
      params: InvitationParams,
      handle: handlers.renew,
    }),
    requisitionRoute('invite', {
      method: 'post',
      path: `${ONE}/revocation`,
      params: InvitationParams,
      handle: handlers.revoke,
    }),
  ];
}
