import type { Deps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { organisationRoute, publicRoute, staffRoute } from '../../http/routes-for.ts';
import { peopleHandlers } from './people-handlers.ts';
import {
  ChangeRolesRequest,
  ChangeStateRequest,
  InvitePersonRequest,
  JoinParams,
  JoinRequest,
  PersonParams,
  SetUpRequest,
  SignInQuery,
  SignInRequest,
} from './requests.ts';
import { signInHandlers } from './sign-in-handlers.ts';

/** Set-up, signing in and out, joining by link, and the owner's People page. */
export function accountRoutes(deps: Deps): Route[] {
  const door = signInHandlers(deps);
  const people = peopleHandlers(deps);
  const manage = 'change-people';
  return [
    publicRoute({ method: 'get', path: '/set-up', handle: door.showSetUp }),
    publicRoute({
      method: 'post',
      path: '/set-up',
      body: SetUpRequest,
      handle: door.setUp,
      invalid: door.setUpAgain,
    }),
    publicRoute({ method: 'get', path: '/sign-in', query: SignInQuery, handle: door.showSignIn }),
    publicRoute({
      method: 'post',
      path: '/sign-in',
      body: SignInRequest,
      handle: door.signIn,
      invalid: door.signInAgain,
    }),
    staffRoute({ method: 'post', path: '/sign-out', handle: door.signOut }),
    publicRoute({ method: 'get', path: '/join/:token', params: JoinParams, handle: door.showJoin }),
    publicRoute({
      method: 'post',
      path: '/join/:token',
      params: JoinParams,
      body: JoinRequest,
      handle: door.join,
      invalid: door.joinAgain,
    }),
    organisationRoute('see-people', { method: 'get', path: '/people', handle: people.list }),
    organisationRoute(manage, {
      method: 'post',
      path: '/people',
      body: InvitePersonRequest,
      handle: people.invite,
      invalid: people.inviteAgain,
    }),
    organisationRoute('see-people', {
      method: 'get',
      path: '/people/:personId',
      params: PersonParams,
      handle: people.show,
    }),
    organisationRoute(manage, {
      method: 'post',
      path: '/people/:personId/roles',
      params: PersonParams,
      body: ChangeRolesRequest,
      handle: people.changeRoles,
      invalid: people.changeRolesAgain,
    }),
    organisationRoute(manage, {
      method: 'post',
      path: '/people/:personId/state',
      params: PersonParams,
      body: ChangeStateRequest,
      handle: people.changeState,
    }),
    organisationRoute(manage, {
      method: 'post',
      path: '/people/:personId/link',
      params: PersonParams,
      handle: people.renewLink,
    }),
    organisationRoute(manage, {
      method: 'post',
      path: '/people/:personId/sign-out',
      params: PersonParams,
      handle: people.signOut,
    }),
  ];
}
