import type { Deps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { requisitionRoute } from '../../http/routes-for.ts';
import { importHandlers } from './handlers.ts';
import { ImportParams, ImportRequest, ImportsParams } from './requests.ts';

const LIST = '/requisitions/:requisitionId/imports';
const MEGABYTE = 1024 * 1024;

/** Inviting everybody in a table: sent in, checked, looked at, confirmed. */
export function applicantImportRoutes(deps: Deps): Route[] {
  const imports = importHandlers(deps);
  const one = { path: `${LIST}/:importId`, params: ImportParams };
  return [
    requisitionRoute('invite', { method: 'get', path: LIST, params: ImportsParams, handle: imports.show }),
    requisitionRoute('invite', {
      method: 'post',
      path: LIST,
      params: ImportsParams,
      body: ImportRequest,
      upload: { field: 'file', mostBytes: 5 * MEGABYTE, mostTextBytes: 2 * MEGABYTE },
      handle: imports.check,
      invalid: imports.checkAgain,
    }),
    requisitionRoute('invite', { method: 'get', ...one, handle: imports.showOne }),
    requisitionRoute('invite', {
      method: 'get',
      path: `${one.path}/refused-lines`,
      params: ImportParams,
      handle: imports.refusedLines,
    }),
    requisitionRoute('invite', {
      method: 'post',
      path: `${one.path}/confirmation`,
      params: ImportParams,
      handle: imports.confirm,
    }),
    requisitionRoute('invite', {
      method: 'post',
      path: `${one.path}/cancellation`,
      params: ImportParams,
      handle: imports.cancel,
    }),
  ];
}
