import { z } from 'zod';
import type { RequisitionId } from '../../core/kernel/ids.ts';
import type { Deps, KeyDeps } from '../../deps.ts';
import { notFound } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { organisationRoute, requisitionRoute } from '../../http/routes-for.ts';
import { manualRoutes } from './manual/routes.ts';
import { qualityPage } from './quality-page.ts';
import { readQuality } from './read-quality.ts';
import { referenceRoutes } from './references/routes.ts';
import { crumbsOf, rolesPage } from './roles-page.ts';

const params = z.strictObject({ requisitionId: z.string().regex(/^[\w-]{22}$/) });
const query = z.strictObject({ before: z.coerce.date().optional() });

const ON_A_PAGE = 50;

/** What is known of assessments: for owners and auditors of every role, for hiring managers of their own. */
export function qualityRoutes(deps: Deps, keys: Pick<KeyDeps, 'keyVersions'>): Route[] {
  const { requisitions } = deps.stores;
  return [
    ...manualRoutes(deps, keys),
    ...referenceRoutes(deps),
    organisationRoute('read-quality', {
      method: 'get',
      path: '/quality',
      query,
      handle: async ({ actor, query: { before = null } }) => {
        const found = await requisitions.listOfOrganisation(actor.organisationId, before, ON_A_PAGE + 1);
        const shown = { requisitions: found.slice(0, ON_A_PAGE), newest: before === null };
        return rolesPage({ ...shown, older: found.length > ON_A_PAGE });
      },
    }),
    organisationRoute('read-quality', {
      method: 'get',
      path: '/quality/:requisitionId',
      params,
      handle: async ({ actor, params: { requisitionId } }) => {
        const found = await requisitions.find(actor.organisationId, requisitionId as RequisitionId);
        if (found === null) return notFound;
        const manual = `/quality/${found.id}/manual`;
        const files = { manual, package: `${manual}/package`, references: `/quality/${found.id}/references` };
        return qualityPage(await readQuality(deps, found), crumbsOf(found), files);
      },
    }),
    requisitionRoute('read-quality', {
      method: 'get',
      path: '/requisitions/:requisitionId/quality',
      params,
      handle: async ({ requisition }) => {
        const { id, title } = requisition;
        const roles = { label: 'Roles', href: '/requisitions' };
        const role = { label: title, href: `/requisitions/${id}` };
        const breadcrumb = { links: [roles, role], here: 'Assessment quality' };
        const files = { manual: `/requisitions/${id}/quality/manual`, package: null, references: null };
        return qualityPage(await readQuality(deps, requisition), breadcrumb, files);
      },
    }),
  ];
}
