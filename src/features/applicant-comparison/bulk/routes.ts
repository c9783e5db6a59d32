import type { Deps } from '../../../deps.ts';
import type { Route } from '../../../http/route.ts';
import { requisitionRoute } from '../../../http/routes-for.ts';
import { bulkHandlers } from './handlers.ts';
import { BulkParams, BulkRequest, SelectionQuery } from './requests.ts';

/** One thing done for several applicants: seen first, then confirmed, then watched. */
export function bulkRoutes(deps: Deps): Route[] {
  const handlers = bulkHandlers(deps);
  const path = '/requisitions/:requisitionId/bulk-actions';
  const one = `${path}/:bulkActionId`;
  return [
    requisitionRoute('decide', {
      method: 'get',
      path: `${path}/new`,
      query: SelectionQuery,
      handle: handlers.preview,
    }),
    requisitionRoute('decide', {
      method: 'post',
      path,
      body: BulkRequest,
      handle: handlers.confirm,
      invalid: handlers.again,
    }),
    requisitionRoute('decide', { method: 'get', path: one, params: BulkParams, handle: handlers.show }),
    requisitionRoute('decide', {
      method: 'post',
      path: `${one}/undo`,
      params: BulkParams,
      handle: handlers.undo,
    }),
  ];
}
