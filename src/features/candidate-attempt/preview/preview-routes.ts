import type { Deps } from '../../../deps.ts';
import type { Route } from '../../../http/route.ts';
import { organisationRoute, requisitionRoute } from '../../../http/routes-for.ts';
import { PreviewRequest, RolePreviewParams, ShelfPreviewParams } from '../requests.ts';
import { previewHandlers } from './preview-handlers.ts';

/** Members of a role and people who choose an assessment walk through what candidates see. */
export function previewRoutes(deps: Deps): Route[] {
  const preview = previewHandlers(deps);
  const role = '/requisitions/:requisitionId/preview';
  const atRole = { path: `${role}/:step`, params: RolePreviewParams };
  const shelf = '/assessments/:assessmentId/preview';
  const atShelf = { path: `${shelf}/:step`, params: ShelfPreviewParams };
  const body = PreviewRequest;
  return [
    requisitionRoute('view', { method: 'get', path: role, handle: preview.openRole }),
    requisitionRoute('view', { method: 'get', ...atRole, handle: preview.showRole }),
    requisitionRoute('view', { method: 'post', ...atRole, body, handle: preview.goOnInRole }),
    organisationRoute('create-requisition', {
      method: 'get',
      path: shelf,
      params: ShelfPreviewParams.omit({ step: true }),
      handle: preview.openShelf,
    }),
    organisationRoute('create-requisition', { method: 'get', ...atShelf, handle: preview.showShelf }),
    organisationRoute('create-requisition', {
      method: 'post',
      ...atShelf,
      body,
      handle: preview.goOnInShelf,
    }),
  ];
}
