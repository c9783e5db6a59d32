import type { Deps, KeyDeps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { organisationRoute, requisitionRoute } from '../../http/routes-for.ts';
import { certificationHandlers } from './certification-handlers.ts';
import { expertHandlers } from './expert-handlers.ts';
import { leadHandlers } from './lead-handlers.ts';
import { practiceHandlers } from './practice-handlers.ts';
import { realHandlers } from './real-handlers.ts';
import {
  AnchorsParams,
  CalibrationParams,
  CertificationParams,
  GateRequest,
  MaskRequest,
  OfferParams,
  LevelsRequest,
  OpinionRequest,
  PracticeParams,
  PracticeQuery,
  RaterParams,
  ReasonRequest,
  RequisitionParams,
} from './requests.ts';
import { trainingHandlers } from './training-handlers.ts';

const TRAINING = '/rating/training';
const ANCHORS = `${TRAINING}/:anchorHash`;

/** Training, certifying and watching raters. */
export function raterTrainingRoutes(deps: Deps, keys: KeyDeps): Route[] {
  return [
    ...practiceRoutes(deps, keys),
    ...certificationRoutes(deps, keys),
    ...expertRoutes(deps, keys),
    ...leadRoutes(deps, keys),
    ...realRoutes(deps, keys),
  ];
}

function practiceRoutes(deps: Deps, keys: KeyDeps): Route[] {
  const training = trainingHandlers(deps, keys);
  const practice = practiceHandlers(deps, keys);
  const path = `${ANCHORS}/practice/:responseId`;
  return [
    organisationRoute('rate', { method: 'get', path: TRAINING, handle: training.list }),
    organisationRoute('rate', {
      method: 'get',
      path: ANCHORS,
      params: AnchorsParams,
      handle: training.show,
    }),
    organisationRoute('rate', {
      method: 'get',
      path,
      params: PracticeParams,
      query: PracticeQuery,
      handle: practice.show,
    }),
    organisationRoute('rate', {
      method: 'post',
      path,
      params: PracticeParams,
      body: LevelsRequest,
      handle: practice.rate,
    }),
  ];
}

function certificationRoutes(deps: Deps, keys: KeyDeps): Route[] {
  const certification = certificationHandlers(deps, keys);
  const path = `${ANCHORS}/certification`;
  const one = `${path}/responses/:number`;
  return [
    organisationRoute('rate', { method: 'post', path, params: AnchorsParams, handle: certification.begin }),
    organisationRoute('rate', {
      method: 'get',
      path: one,
      params: CertificationParams,
      handle: certification.show,
    }),
    organisationRoute('rate', {
      method: 'post',
      path: one,
      params: CertificationParams,
      body: LevelsRequest,
      handle: certification.rate,
    }),
    organisationRoute('rate', {
      method: 'post',
      path: `${path}/hand-in`,
      params: AnchorsParams,
      handle: certification.handIn,
    }),
  ];
}

function expertRoutes(deps: Deps, keys: KeyDeps): Route[] {
  const experts = expertHandlers(deps, keys);
  const path = '/requisitions/:requisitionId/rating/calibration';
  const one = `${path}/:responseId`;
  const params = CalibrationParams;
  return [
    requisitionRoute('view', { method: 'get', path, params: RequisitionParams, handle: experts.list }),
    requisitionRoute('view', { method: 'get', path: one, params, handle: experts.show }),
    requisitionRoute('view', {
      method: 'post',
      path: one,
      params,
      body: OpinionRequest,
      handle: experts.give,
      invalid: experts.giveAgain,
    }),
  ];
}

function leadRoutes(deps: Deps, keys: KeyDeps): Route[] {
  const lead = leadHandlers(deps, keys);
  const role = '/requisitions/:requisitionId/rating';
  const rater = `${role}/raters/:raterId`;
  const params = RaterParams;
  return [
    requisitionRoute('settle-ratings', {
      method: 'get',
      path: `${role}/raters`,
      params: RequisitionParams,
      handle: lead.showRaters,
    }),
    requisitionRoute('settle-ratings', {
      method: 'post',
      path: `${role}/gate`,
      params: RequisitionParams,
      body: GateRequest,
      handle: lead.setGate,
      invalid: lead.setGateAgain,
    }),
    requisitionRoute('settle-ratings', { method: 'get', path: rater, params, handle: lead.showRater }),
    requisitionRoute('settle-ratings', {
      method: 'post',
      path: `${rater}/resume`,
      params,
      body: ReasonRequest,
      handle: lead.resume,
      invalid: lead.resumeAgain,
    }),
    requisitionRoute('settle-ratings', {
      method: 'post',
      path: `${rater}/re-rate`,
      params,
      handle: lead.reRate,
    }),
  ];
}

function realRoutes(deps: Deps, keys: KeyDeps): Route[] {
  const real = realHandlers(deps, keys);
  const path = '/requisitions/:requisitionId/rating/real-responses';
  const offer = `${path}/offers/:taskId`;
  const one = `${path}/:responseId`;
  const lead = 'settle-ratings';
  return [
    requisitionRoute(lead, { method: 'get', path, params: RequisitionParams, handle: real.list }),
    requisitionRoute(lead, { method: 'get', path: offer, params: OfferParams, handle: real.showOffer }),
    requisitionRoute(lead, {
      method: 'post',
      path: offer,
      params: OfferParams,
      body: MaskRequest,
      handle: real.putForward,
      invalid: real.putForwardAgain,
    }),
    requisitionRoute(lead, { method: 'get', path: one, params: CalibrationParams, handle: real.showReal }),
    requisitionRoute(lead, {
      method: 'post',
      path: `${one}/removal`,
      params: CalibrationParams,
      handle: real.takeOut,
    }),
  ];
}
