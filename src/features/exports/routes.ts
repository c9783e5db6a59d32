import type { Deps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { requisitionRoute } from '../../http/routes-for.ts';
import { exportHandlers } from './handlers.ts';
import { CodebookQuery, ExportParams, ExportQuery } from './requests.ts';

/** Files of a whole intake, by label, with the codebook that says what stands in them. */
export function exportRoutes(deps: Deps): Route[] {
  const handlers = exportHandlers(deps);
  const path = '/requisitions/:requisitionId/exports';
  const params = ExportParams;
  return [
    requisitionRoute('compare', { method: 'get', path, params, handle: handlers.show }),
    requisitionRoute('compare', {
      method: 'get',
      path: `${path}/file`,
      params,
      query: ExportQuery,
      handle: handlers.file,
    }),
    requisitionRoute('compare', {
      method: 'get',
      path: `${path}/codebook`,
      params,
      query: CodebookQuery,
      handle: handlers.codebook,
    }),
  ];
}
