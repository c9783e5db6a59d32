import { z } from 'zod';
import type { RequisitionId } from '../../core/kernel/ids.ts';
import type { Deps, KeyDeps } from '../../deps.ts';
import { notFound, redirect, type Reply } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { organisationRoute, requisitionRoute } from '../../http/routes-for.ts';
import { mayInOrganisation } from '../../core/access/organisation-access.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import { manualRoutes } from './manual/routes.ts';
import { qualityPage } from './quality-page.ts';
import { readQuality } from './read-quality.ts';
import { referenceRoutes } from './references/routes.ts';
import { crumbsOf, rolesPage } from './roles-page.ts';
import { wantAnalysis } from './want-analysis.ts';

const params = z.strictObject({ requisitionId: z.string().regex(/^[\w-]{22}$/) });
const query = z.strictObject({ before: z.coerce.date().optional() });

const NoFields = z.strictObject({});

const ON_A_PAGE = 50;

const WANTED_WORDS = {
  wanted: 'The figures are computed afresh. This page says how far that is.',
  running: 'They are being computed already; this page says how far that is.',
} as const;

/** What is known of assessments: for owners and auditors of every role, for hiring managers of their own. */
export function qualityRoutes(deps: Deps, keys: Pick<KeyDeps, 'keyVersions'>): Route[] {
  const { requisitions } = deps.stores;
  const analyse = async (requisition: Requisition, page: string): Promise<Reply> => {
    const text = WANTED_WORDS[await wantAnalysis(deps, requisition)];
    return redirect(page, { kind: 'ok', text });
  };
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
        const page = `/quality/${found.id}`;
        const manual = `${page}/manual`;
        const may = mayInOrganisation(actor, 'freeze-references') === 'allowed';
        const files = {
          ...{ page, manual, package: `${manual}/package`, references: `${page}/references` },
          analysis: may ? `${page}/analysis` : null,
        };
        return qualityPage(await readQuality(deps, found), crumbsOf(found), files, deps.clock());
      },
    }),
    organisationRoute('freeze-references', {
      method: 'post',
      path: '/quality/:requisitionId/analysis',
      params,
      body: NoFields,
      handle: async ({ actor, params: { requisitionId } }) => {
        const found = await requisitions.find(actor.organisationId, requisitionId as RequisitionId);
        return found === null ? notFound : analyse(found, `/quality/${found.id}`);
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
        const page = `/requisitions/${id}/quality`;
        const files = {
          ...{ page, manual: `${page}/manual`, package: null, references: null },
          analysis: `${page}/analysis`,
        };
        return qualityPage(await readQuality(deps, requisition), breadcrumb, files, deps.clock());
      },
    }),
    requisitionRoute('read-quality', {
      method: 'post',
      path: '/requisitions/:requisitionId/quality/analysis',
      params,
      body: NoFields,
      handle: ({ requisition }) => analyse(requisition, `/requisitions/${requisition.id}/quality`),
    }),
  ];
}
