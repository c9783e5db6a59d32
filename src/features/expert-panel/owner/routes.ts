import type { Route } from '../../../http/route.ts';
import { organisationRoute } from '../../../http/routes-for.ts';
import type { PanelDeps } from '../panel-deps.ts';
import { panelHandlers } from './panel-handlers.ts';
import {
  ExpertParams,
  InviteRequest,
  LastDayRequest,
  LeaveOutRequest,
  PanelParams,
  PublishRequest,
  ReasonRequest,
  RevisionRequest,
  SetUpRequest,
  TakeBackRequest,
} from './requests.ts';
import { resultHandlers } from './result-handlers.ts';

const PANELS = '/settings/panels';
const PANEL = `${PANELS}/:panelId`;
const EXPERT = `${PANEL}/experts/:expertId`;
const params = PanelParams;
const RIGHT = 'run-expert-panel';

/** What an owner does with panels. */
export const ownerRoutes = (deps: PanelDeps): Route[] => [...panelRoutes(deps), ...resultRoutes(deps)];

function panelRoutes(deps: PanelDeps): Route[] {
  const panel = panelHandlers(deps);
  const body = RevisionRequest;
  return [
    organisationRoute(RIGHT, { method: 'get', path: PANELS, handle: panel.list }),
    organisationRoute(RIGHT, { method: 'get', path: `${PANELS}/new`, handle: panel.showSetUp }),
    organisationRoute(RIGHT, {
      method: 'post',
      path: `${PANELS}/new`,
      body: SetUpRequest,
      handle: panel.setUp,
      invalid: panel.setUpAgain,
    }),
    organisationRoute(RIGHT, { method: 'get', path: PANEL, params, handle: panel.show }),
    organisationRoute(RIGHT, {
      method: 'post',
      path: `${PANEL}/experts`,
      params,
      body: InviteRequest,
      handle: panel.invite,
      invalid: panel.showAgain,
    }),
    organisationRoute(RIGHT, {
      method: 'post',
      path: `${EXPERT}/link`,
      params: ExpertParams,
      handle: panel.renew,
    }),
    organisationRoute(RIGHT, {
      method: 'post',
      path: `${EXPERT}/withdrawal`,
      params: ExpertParams,
      handle: panel.withdraw,
    }),
    organisationRoute(RIGHT, {
      method: 'post',
      path: `${PANEL}/last-day`,
      params,
      body: LastDayRequest,
      handle: panel.moveEnd,
      invalid: panel.showAgain,
    }),
    organisationRoute(RIGHT, { method: 'post', path: `${PANEL}/closing`, params, body, handle: panel.close }),
    organisationRoute(RIGHT, {
      method: 'post',
      path: `${PANEL}/giving-up`,
      params,
      body,
      handle: panel.giveUp,
    }),
  ];
}

function resultRoutes(deps: PanelDeps): Route[] {
  const result = resultHandlers(deps);
  return [
    organisationRoute(RIGHT, { method: 'get', path: `${PANEL}/results`, params, handle: result.showResults }),
    organisationRoute(RIGHT, {
      method: 'post',
      path: `${PANEL}/results/left-out`,
      params,
      body: LeaveOutRequest,
      handle: result.leaveOut,
      invalid: result.leaveOutAgain,
    }),
    organisationRoute(RIGHT, {
      method: 'post',
      path: `${PANEL}/results/taken-back`,
      params,
      body: TakeBackRequest,
      handle: result.takeBack,
    }),
    organisationRoute(RIGHT, {
      method: 'get',
      path: `${PANEL}/publication`,
      params,
      handle: result.showPublication,
    }),
    organisationRoute(RIGHT, {
      method: 'post',
      path: `${PANEL}/publication/second-look`,
      params,
      body: ReasonRequest,
      handle: result.secondLook,
      invalid: result.publicationAgain,
    }),
    organisationRoute(RIGHT, {
      method: 'post',
      path: `${PANEL}/publication`,
      params,
      body: PublishRequest,
      handle: result.publish,
      invalid: result.publishAgain,
    }),
  ];
}
