import { z } from 'zod';
import type { RequisitionId } from '../../../core/kernel/ids.ts';
import type { Deps, KeyDeps } from '../../../deps.ts';
import { notFound } from '../../../http/reply.ts';
import type { Route } from '../../../http/route.ts';
import { organisationRoute, requisitionRoute } from '../../../http/routes-for.ts';
import { createHandOutManual } from './hand-out-manual.ts';

const params = z.strictObject({ requisitionId: z.string().regex(/^[\w-]{22}$/) });

/** The manual for everybody who reads the quality page; its rows, of all roles in the pool, for owners and auditors. */
export function manualRoutes(deps: Deps, keys: Pick<KeyDeps, 'keyVersions'>): Route[] {
  const handOut = createHandOutManual(deps, keys);
  const ofOrganisation = (path: string, file: 'pdf' | 'package'): Route =>
    organisationRoute('read-quality', {
      method: 'get',
      path,
      params,
      handle: async ({ actor, params: { requisitionId } }) => {
        const id = requisitionId as RequisitionId;
        const found = await deps.stores.requisitions.find(actor.organisationId, id);
        return found === null ? notFound : handOut(actor, found, file);
      },
    });
  return [
    ofOrganisation('/quality/:requisitionId/manual', 'pdf'),
    ofOrganisation('/quality/:requisitionId/manual/package', 'package'),
    requisitionRoute('read-quality', {
      method: 'get',
      path: '/requisitions/:requisitionId/quality/manual',
      params,
      handle: ({ actor, requisition }) => handOut(actor, requisition, 'pdf'),
    }),
  ];
}
