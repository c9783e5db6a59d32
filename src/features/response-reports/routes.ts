import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { requisitionRoute, staffRoute } from '../../http/routes-for.ts';
import { reportHandlers } from './handlers.ts';

const id = z.string().regex(/^[\w-]{22}$/);
const RiskParams = z.strictObject({ taskId: id });
const HidingParams = z.strictObject({ requisitionId: id, taskId: id });
const HideRequest = z.strictObject({
  words: z
    .string()
    .max(2000, 'Shorten this to 2,000 characters.')
    .transform((text) => text.replaceAll(/\r\n?/g, '\n'))
    .default(''),
});

/** What raters noticed beside the levels: for the contact of candidates, and for the lead of a role. */
export function responseReportRoutes(deps: Deps): Route[] {
  const handlers = reportHandlers(deps);
  const risk = '/risks/:taskId';
  const hiding = '/requisitions/:requisitionId/rating/identifying/:taskId';
  return [
    staffRoute({ method: 'get', path: risk, params: RiskParams, handle: handlers.showRisk }),
    staffRoute({ method: 'post', path: risk, params: RiskParams, handle: handlers.closeRisk }),
    requisitionRoute('settle-ratings', {
      method: 'get',
      path: hiding,
      params: HidingParams,
      handle: handlers.showHiding,
    }),
    requisitionRoute('settle-ratings', {
      method: 'post',
      path: hiding,
      params: HidingParams,
      body: HideRequest,
      handle: handlers.hide,
      invalid: handlers.hideAgain,
    }),
  ];
}
