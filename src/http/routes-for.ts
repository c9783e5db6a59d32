import type { z } from 'zod';
import type { OrganisationAction } from '../core/access/organisation-access.ts';
import type { RequisitionAction } from '../core/access/requisition-access.ts';
import type { AccessRule, Route, RouteSpec } from './route.ts';

type Schema = z.ZodType | undefined;

function route<Kind extends AccessRule['kind'], P extends Schema, Q extends Schema, B extends Schema>(
  access: AccessRule & { kind: Kind },
  spec: RouteSpec<Kind, P, Q, B>,
): Route {
  const schemas: Route['schemas'] = {};
  if (spec.params) schemas.params = spec.params;
  if (spec.query) schemas.query = spec.query;
  if (spec.body) schemas.body = spec.body;
  return {
    method: spec.method,
    path: spec.path,
    access,
    schemas,
    upload: spec.upload ?? null,
    handle: spec.handle,
    invalid: (spec.invalid as Route['invalid'] | undefined) ?? null,
  };
}

/** Anybody; POST accepts only requests of our own pages (Sec-Fetch-Site, else Origin). */
export const publicRoute = <P extends Schema, Q extends Schema, B extends Schema>(
  spec: RouteSpec<'public', P, Q, B>,
): Route => route({ kind: 'public' }, spec);

/** Any signed-in member of staff. */
export const staffRoute = <P extends Schema, Q extends Schema, B extends Schema>(
  spec: RouteSpec<'staff', P, Q, B>,
): Route => route({ kind: 'staff' }, spec);

/** Staff whose roles allow the action in their organisation. */
export const organisationRoute = <P extends Schema, Q extends Schema, B extends Schema>(
  action: OrganisationAction,
  spec: RouteSpec<'organisation', P, Q, B>,
): Route => route({ kind: 'organisation', action }, spec);

/** Members whose roles allow the action in the requisition named by `:requisitionId`. */
export const requisitionRoute = <P extends Schema, Q extends Schema, B extends Schema>(
  action: RequisitionAction,
  spec: RouteSpec<'requisition', P, Q, B>,
): Route => route({ kind: 'requisition', action }, spec);

/** The candidate whose device is bound to the attempt named by `:attemptId`. */
export const candidateRoute = <P extends Schema, Q extends Schema, B extends Schema>(
  spec: RouteSpec<'candidate', P, Q, B>,
): Route => route({ kind: 'candidate' }, spec);
