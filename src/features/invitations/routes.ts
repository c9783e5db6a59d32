import type { Deps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { requisitionRoute } from '../../http/routes-for.ts';
import { invitationHandlers } from './handlers.ts';
import { personHandlers } from './person-handlers.ts';
import {
  ContactRequest,
  ExtensionRequest,
  InvitationParams,
  InvitationsParams,
  InvitationsQuery,
  InviteRequest,
  PreviewRequest,
} from './requests.ts';

const LIST = '/requisitions/:requisitionId/invitations';
const ONE = `${LIST}/:invitationId`;

/** Inviting by link and mail. The only pages that know an applicant's name and address. */
export function invitationRoutes(deps: Deps): Route[] {
  return [...listRoutes(deps), ...personRoutes(deps)];
}

function listRoutes(deps: Deps): Route[] {
  const list = invitationHandlers(deps);
  const params = InvitationsParams;
  return [
    requisitionRoute('see-contacts', {
      method: 'get',
      path: LIST,
      params,
      query: InvitationsQuery,
      handle: list.show,
    }),
    requisitionRoute('invite', {
      method: 'post',
      path: LIST,
      params,
      body: InviteRequest,
      handle: list.invite,
      invalid: list.inviteAgain,
    }),
    requisitionRoute('invite', { method: 'get', path: `${LIST}/preview`, params, handle: list.preview }),
    requisitionRoute('invite', {
      method: 'post',
      path: `${LIST}/preview`,
      params,
      body: PreviewRequest,
      handle: list.previewTyped,
      invalid: list.inviteAgain,
    }),
    requisitionRoute('invite', {
      method: 'post',
      path: `${LIST}/failed-mail`,
      params,
      handle: list.sendFailed,
    }),
  ];
}

function personRoutes(deps: Deps): Route[] {
  const person = personHandlers(deps);
  const params = InvitationParams;
  const post = { method: 'post', params } as const;
  return [
    requisitionRoute('see-contacts', { method: 'get', path: ONE, params, handle: person.show }),
    requisitionRoute('invite', {
      ...post,
      path: `${ONE}/contact`,
      body: ContactRequest,
      handle: person.correct,
      invalid: person.typedAgain,
    }),
    requisitionRoute('invite', {
      ...post,
      path: `${ONE}/extension`,
      body: ExtensionRequest,
      handle: person.extend,
      invalid: person.typedAgain,
    }),
    requisitionRoute('invite', {
      ...post,
      path: `${ONE}/mail`,
      body: InvitationsQuery,
      handle: person.sendAgain,
    }),
    requisitionRoute('invite', {
      ...post,
      path: `${ONE}/reminder`,
      body: InvitationsQuery,
      handle: person.remind,
    }),
    requisitionRoute('invite', { ...post, path: `${ONE}/link`, handle: person.renew }),
    requisitionRoute('invite', { ...post, path: `${ONE}/revocation`, handle: person.revoke }),
  ];
}
