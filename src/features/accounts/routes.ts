import type { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { Route, RouteSpec } from '../../http/route.ts';
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
  return [...doorRoutes(deps), ...peopleRoutes(deps)];
}

function doorRoutes(deps: Deps): Route[] {
  const door = signInHandlers(deps);
  const join = { path: '/join/:token', params: JoinParams };
  const signIn = { path: '/sign-in' };
  const setUp = { path: '/set-up' };
  return [
    publicRoute({ method: 'get', ...setUp, handle: door.showSetUp }),
    publicRoute({
      method: 'post',
      ...setUp,
      body: SetUpRequest,
      handle: door.setUp,
      invalid: door.setUpAgain,
    }),
    publicRoute({ method: 'get', ...signIn, query: SignInQuery, handle: door.showSignIn }),
    publicRoute({
      method: 'post',
      ...signIn,
      body: SignInRequest,
      handle: door.signIn,
      invalid: door.signInAgain,
    }),
    staffRoute({ method: 'post', path: '/sign-out', handle: door.signOut }),
    publicRoute({ method: 'get', ...join, handle: door.showJoin }),
    publicRoute({ method: 'post', ...join, body: JoinRequest, handle: door.join, invalid: door.joinAgain }),
  ];
}

function peopleRoutes(deps: Deps): Route[] {
  const people = peopleHandlers(deps);
  const params = PersonParams;
  const change = <Body extends z.ZodType | undefined>(
    spec: Omit<RouteSpec<'organisation', typeof params, undefined, Body>, 'method' | 'params'>,
  ) => organisationRoute('change-people', { method: 'post', params, ...spec });
  return [
    organisationRoute('see-people', { method: 'get', path: '/people', handle: people.list }),
    organisationRoute('see-people', {
      method: 'get',
      path: '/people/:personId',
      params,
      handle: people.show,
    }),
    organisationRoute('change-people', {
      method: 'post',
      path: '/people',
      body: InvitePersonRequest,
      handle: people.invite,
      invalid: people.inviteAgain,
    }),
    change({
      path: '/people/:personId/roles',
      body: ChangeRolesRequest,
      handle: people.changeRoles,
      invalid: people.changeRolesAgain,
    }),
    change({ path: '/people/:personId/state', body: ChangeStateRequest, handle: people.changeState }),
    change({ path: '/people/:personId/link', handle: people.renewLink }),
    change({ path: '/people/:personId/sign-out', handle: people.signOut }),
  ];
}
