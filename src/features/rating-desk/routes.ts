import type { Deps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { organisationRoute, requisitionRoute } from '../../http/routes-for.ts';
import { allocationHandlers } from './allocation-handlers.ts';
import { conflictHandlers } from './conflict-handlers.ts';
import { decisionHandlers } from './decision-handlers.ts';
import { raterHandlers } from './rater-handlers.ts';
import { reassignmentHandlers } from './reassignment-handlers.ts';
import {
  AllocateRequest,
  AllocationQuery,
  BatchParams,
  DecideRequest,
  DeclareConflictRequest,
  DecisionParams,
  HandBackRequest,
  ReassignmentParams,
  ReassignRequest,
  RequisitionParams,
  SaveRatingRequest,
  SeatParams,
  TakeWorkRequest,
} from './requests.ts';
import { seatHandlers } from './seat-handlers.ts';

/** Allocating responses, rating them blind, and settling what raters could not. */
export function ratingRoutes(deps: Deps): Route[] {
  return [...allocationRoutes(deps), ...decisionRoutes(deps), ...raterRoutes(deps)];
}

function allocationRoutes(deps: Deps): Route[] {
  const allocation = allocationHandlers(deps);
  const reassignment = reassignmentHandlers(deps);
  const conflicts = conflictHandlers(deps);
  const path = '/requisitions/:requisitionId/rating';
  return [
    requisitionRoute('allocate', {
      method: 'get',
      path,
      params: RequisitionParams,
      query: AllocationQuery,
      handle: allocation.show,
    }),
    requisitionRoute('allocate', {
      method: 'post',
      path: `${path}/allocation`,
      params: RequisitionParams,
      body: AllocateRequest,
      handle: allocation.allocate,
      invalid: allocation.allocateAgain,
    }),
    requisitionRoute('allocate', {
      method: 'get',
      path: `${path}/reassignment/:raterId`,
      params: ReassignmentParams,
      handle: reassignment.show,
    }),
    requisitionRoute('allocate', {
      method: 'post',
      path: `${path}/reassignment/:raterId`,
      params: ReassignmentParams,
      body: ReassignRequest,
      handle: reassignment.reassign,
      invalid: reassignment.reassignAgain,
    }),
    requisitionRoute('allocate', {
      method: 'get',
      path: `${path}/conflicts`,
      params: RequisitionParams,
      handle: conflicts.show,
    }),
    requisitionRoute('allocate', {
      method: 'post',
      path: `${path}/conflicts`,
      params: RequisitionParams,
      body: DeclareConflictRequest,
      handle: conflicts.declare,
      invalid: conflicts.declareAgain,
    }),
  ];
}

function decisionRoutes(deps: Deps): Route[] {
  const decisions = decisionHandlers(deps);
  const path = '/requisitions/:requisitionId/rating';
  return [
    requisitionRoute('settle-ratings', {
      method: 'get',
      path: `${path}/decisions`,
      params: RequisitionParams,
      handle: decisions.listDecisions,
    }),
    requisitionRoute('settle-ratings', {
      method: 'get',
      path: `${path}/decisions/:taskId`,
      params: DecisionParams,
      handle: decisions.showDecision,
    }),
    requisitionRoute('settle-ratings', {
      method: 'post',
      path: `${path}/decisions/:taskId`,
      params: DecisionParams,
      body: DecideRequest,
      handle: decisions.decide,
      invalid: decisions.decideAgain,
    }),
  ];
}

function raterRoutes(deps: Deps): Route[] {
  const rater = raterHandlers(deps);
  const one = seatHandlers(deps);
  const seat = '/rating/batches/:batchId/tasks/:taskId';
  return [
    organisationRoute('rate', { method: 'get', path: '/rating', handle: rater.showDesk }),
    organisationRoute('rate', {
      method: 'post',
      path: '/rating/work',
      body: TakeWorkRequest,
      handle: rater.takeWork,
    }),
    organisationRoute('rate', {
      method: 'get',
      path: '/rating/batches/:batchId',
      params: BatchParams,
      handle: rater.showBatch,
    }),
    organisationRoute('rate', {
      method: 'post',
      path: '/rating/batches/:batchId/hand-in',
      params: BatchParams,
      handle: rater.handIn,
    }),
    organisationRoute('rate', {
      method: 'post',
      path: '/rating/batches/:batchId/hand-back',
      params: BatchParams,
      body: HandBackRequest,
      handle: rater.handBack,
      invalid: rater.handBackAgain,
    }),
    organisationRoute('rate', { method: 'get', path: seat, params: SeatParams, handle: one.showSeat }),
    organisationRoute('rate', {
      method: 'post',
      path: seat,
      params: SeatParams,
      body: SaveRatingRequest,
      handle: one.save,
      invalid: one.saveAgain,
    }),
  ];
}
