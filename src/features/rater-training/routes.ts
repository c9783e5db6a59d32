import type { Deps, KeyDeps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { organisationRoute } from '../../http/routes-for.ts';
import { certificationHandlers } from './certification-handlers.ts';
import { practiceHandlers } from './practice-handlers.ts';
import {
  AnchorsParams,
  CertificationParams,
  LevelsRequest,
  PracticeParams,
  PracticeQuery,
} from './requests.ts';
import { trainingHandlers } from './training-handlers.ts';

const TRAINING = '/rating/training';
const ANCHORS = `${TRAINING}/:anchorHash`;

/** Training, certifying and watching raters. */
export function raterTrainingRoutes(deps: Deps, keys: KeyDeps): Route[] {
  return [...practiceRoutes(deps, keys), ...certificationRoutes(deps, keys)];
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
