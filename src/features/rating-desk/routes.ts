import type { Deps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { organisationRoute, requisitionRoute } from '../../http/routes-for.ts';
import { conflictHandlers } from './conflict-handlers.ts';
import { raterHandlers } from './rater-handlers.ts';
import {
  AllocateRequest,
  AllocationQuery,
  BatchParams,
  DecideRequest,
  DeclareConflictRequest,
  DecisionParams,
  RequisitionParams,
  SaveRatingRequest,
  SeatParams,
  TakeWorkRequest,
} from './requests.ts';
import { seatHandlers } from './seat-handlers.ts';
import { staffHandlers } from './staff-handlers.ts';

/** Allocating responses, rating them blind, and settling what raters could not. */
export function ratingRoutes(deps: Deps): Route[] {
  return [...staffRoutes(deps), ...raterRoutes(deps)];
}

function staffRoutes(deps: Deps): Route[] {
  const staff = staffHandlers(deps);
  const conflicts = conflictHandlers(deps);
  const path = '/requisitions/:requisitionId/rating';
  return [
    requisitionRoute('allocate', {
      method: 'get',
      path,
      params: RequisitionParams,
      query: AllocationQuery,
      handle: staff.showAllocation,
    }),
    requisitionRoute('allocate', {
      method: 'post',
      path: `${path}/allocation`,
      params: RequisitionParams,
      body: AllocateRequest,
      handle: staff.allocate,
      invalid: staff.allocateAgain,
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
    requisitionRoute('settle-ratings', {
      method: 'get',
      path: `${path}/decisions`,
      params: RequisitionParams,
      handle: staff.listDecisions,
    }),
    requisitionRoute('settle-ratings', {
      method: 'get',
      path: `${path}/decisions/:taskId`,
      params: DecisionParams,
      handle: staff.showDecision,
    }),
    requisitionRoute('settle-ratings', {
      method: 'post',
      path: `${path}/decisions/:taskId`,
      params: DecisionParams,
      body: DecideRequest,
      handle: staff.decide,
      invalid: staff.decideAgain,
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
