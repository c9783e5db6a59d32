import { z } from 'zod';
import type { PersonId, RequisitionId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import { raterReport, ratersOf } from '../../core/quality/rater-report.ts';
import { ratingPace } from '../../core/rating/rating-pace.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import { currentIntake, type Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import type { Reply } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { organisationRoute, requisitionRoute } from '../../http/routes-for.ts';
import { ownQualityPage, raterQualityPage } from './pages.ts';
import { reportSection, type LabelOf } from './report-section.ts';

/** The newest of a role's settled responses; more would change no figure that anybody acts on. */
const MOST = 2000;
const MOST_ROLES = 20;
const params = z.strictObject({ requisitionId: z.string().regex(/^[\w-]{22}$/) });

/** How raters rate beside each other: for the lead of a role, and for every rater their own part. */
export function raterQualityRoutes(deps: Deps): Route[] {
  return [
    requisitionRoute('settle-ratings', {
      method: 'get',
      path: '/requisitions/:requisitionId/rating/quality',
      params,
      handle: ({ requisition }) => showRole(deps, requisition),
    }),
    organisationRoute('rate', {
      method: 'get',
      path: '/rating/quality',
      handle: ({ actor }) => showOwn(deps, actor),
    }),
  ];
}

async function showRole(deps: Deps, requisition: Requisition): Promise<Reply> {
  const [tasks, people, labelOf, paceOf] = await Promise.all([
    settledOf(deps, requisition),
    deps.stores.people.list(requisition.organisationId),
    criterionLabels(deps, requisition),
    paces(deps, requisition),
  ]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const sections = ratersOf(tasks).map((raterId, index) => {
    const name = names.get(raterId) ?? 'A former rater';
    return reportSection(raterReport(tasks, raterId), paceOf(raterId), `rater-${index + 1}`, name, labelOf);
  });
  return raterQualityPage(requisition, sections);
}

async function showOwn(deps: Deps, { organisationId, personId }: Actor): Promise<Reply> {
  const ids = await deps.stores.ratingTasks.listRolesRated(organisationId, personId);
  const found = await Promise.all(ids.slice(0, MOST_ROLES).map((id) => findRole(deps, organisationId, id)));
  const roles = found.flatMap((requisition) => requisition ?? []);
  const sections = await Promise.all(
    roles.map(async (requisition, index) => {
      const [tasks, labelOf, paceOf] = await Promise.all([
        settledOf(deps, requisition),
        criterionLabels(deps, requisition),
        paces(deps, requisition),
      ]);
      const report = raterReport(tasks, personId);
      return reportSection(report, paceOf(personId), `role-${index + 1}`, requisition.title, labelOf);
    }),
  );
  return ownQualityPage(sections, roles.length > 0 && roles.every(({ simulated }) => simulated));
}

async function paces({ stores }: Deps, { organisationId, id }: Requisition) {
  const all = await stores.ratingBatches.listSaves(organisationId, id);
  return (raterId: PersonId) =>
    ratingPace(all.filter((one) => one.raterId === raterId).map(({ saves }) => saves));
}

const findRole = ({ stores }: Deps, organisationId: Actor['organisationId'], id: RequisitionId) =>
  stores.requisitions.find(organisationId, id);

/** Only settled responses: figures about others would say something about a response that is still being rated. */
const settledOf = ({ stores }: Deps, { organisationId, id }: Requisition): Promise<readonly RatingTask[]> =>
  stores.ratingTasks.listInState(organisationId, id, ['resolved'], MOST);

async function criterionLabels({ stores }: Deps, requisition: Requisition): Promise<LabelOf> {
  const { rubricVersionId } = currentIntake(requisition);
  const rubric = await stores.rubrics.getVersion(requisition.organisationId, rubricVersionId);
  return (criterion) => rubric.criteria.find(({ id }) => id === criterion)?.label ?? criterion;
}
