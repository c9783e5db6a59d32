import type { Deps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { organisationRoute } from '../../http/routes-for.ts';
import { readTrail } from './read-trail.ts';
import { TrailQuery } from './requests.ts';
import { trailPage } from './trail-page.ts';

/** Who did what and when, for owners and auditors. Reading it changes nothing. */
export function auditRoutes(deps: Deps): Route[] {
  return [
    organisationRoute('read-audit', {
      method: 'get',
      path: '/audit',
      query: TrailQuery,
      handle: async ({ actor, query }) => trailPage(await readTrail(deps, actor, query), query),
    }),
  ];
}
