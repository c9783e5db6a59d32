import { mayAnswerLookAgain } from '../../core/access/look-again-access.ts';
import type { Actor } from '../../core/person/person.ts';
import type { ResponseReport } from '../../core/rating/response-report.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';

/** A response in which a rater saw that somebody may be at risk, with the role it was written for. */
export interface ReportedRisk {
  readonly report: ResponseReport;
  readonly roleTitle: string;
}

const MOST = 50;

/** Whose it is to read: the contact of candidates, as for requests to look again. */
export async function findRisks(
  { stores }: Deps,
  actor: Actor,
  memberOf: readonly Requisition[],
): Promise<readonly ReportedRisk[]> {
  const { organisationId } = actor;
  const reports = await stores.responseReports.listOpen(organisationId, 'at-risk', MOST);
  if (reports.length === 0) return [];
  const ids = reports.map(({ requisitionId }) => requisitionId);
  const [organisation, titles] = await Promise.all([
    stores.organisations.find(organisationId),
    stores.requisitions.findTitles(organisationId, ids),
  ]);
  const contactId = await stores.people.findActiveId(organisationId, organisation?.contactEmail ?? '');
  return reports.flatMap((report) => {
    const members = memberOf.find(({ id }) => id === report.requisitionId)?.members ?? [];
    if (mayAnswerLookAgain(actor, { organisationId, contactId, members }) !== 'allowed') return [];
    return [{ report, roleTitle: titles.get(report.requisitionId) ?? 'A role that is gone' }];
  });
}
