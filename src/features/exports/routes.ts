import type { Deps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { requisitionRoute } from '../../http/routes-for.ts';
import { exportHandlers } from './handlers.ts';
import {
  ChosenFileForm,
  ChosenForm,
  CodebookQuery,
  ExportParams,
  ExportQuery,
  IntakeQuery,
} from './requests.ts';

/** Files of a whole intake or of those who were chosen in its list, by label, with the codebook that says what stands in them. */
export function exportRoutes(deps: Deps): Route[] {
  const handlers = exportHandlers(deps);
  const path = '/requisitions/:requisitionId/exports';
  const params = ExportParams;
  return [
    requisitionRoute('compare', { method: 'get', path, params, query: IntakeQuery, handle: handlers.show }),
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
    requisitionRoute('compare', {
      method: 'post',
      path: `${path}/chosen`,
      params,
      body: ChosenForm,
      handle: handlers.showChosen,
    }),
    requisitionRoute('compare', {
      method: 'post',
      path: `${path}/chosen/file`,
      params,
      body: ChosenFileForm,
      handle: handlers.chosenFile,
      invalid: handlers.showAgain,
    }),
  ];
}
