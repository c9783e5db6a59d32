import type { Deps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { requisitionRoute } from '../../http/routes-for.ts';
import { decisionHandlers } from './handlers.ts';
import {
  DecisionParams,
  DecisionQuery,
  DecisionRequest,
  RevealRequest,
  TellAgainRequest,
} from './requests.ts';

/** Moving one applicant, with a reason; and seeing their name where the role allows it. */
export function decisionRoutes(deps: Deps): Route[] {
  const handlers = decisionHandlers(deps);
  const path = '/requisitions/:requisitionId/applicants/:applicantId/decision';
  return [
    requisitionRoute('decide', {
      method: 'get',
      path,
      params: DecisionParams,
      query: DecisionQuery,
      handle: handlers.show,
    }),
    requisitionRoute('decide', {
      method: 'post',
      path,
      params: DecisionParams,
      body: DecisionRequest,
      handle: handlers.decide,
      invalid: handlers.decideAgain,
    }),
    requisitionRoute('decide', {
      method: 'post',
      path: '/requisitions/:requisitionId/applicants/:applicantId/letter',
      params: DecisionParams,
      body: TellAgainRequest,
      handle: handlers.tellAgain,
    }),
    requisitionRoute('decide', {
      method: 'post',
      path: '/requisitions/:requisitionId/applicants/:applicantId/name',
      params: DecisionParams,
      body: RevealRequest,
      handle: handlers.reveal,
    }),
  ];
}
