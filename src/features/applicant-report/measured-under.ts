import type { ApplicantId } from '../../core/kernel/ids.ts';
import type { Intake, Requisition } from '../../core/requisition/requisition.ts';
import type { RubricVersion } from '../../core/rubric/rubric.ts';
import type { Deps } from '../../deps.ts';

/** The versions of the rubric that somebody has been measured by, the oldest first; the last one counts. */
export async function measuredUnder(
  { stores }: Deps,
  { organisationId, id: requisitionId }: Requisition,
  { rubricVersionId }: Intake,
  applicantId: ApplicantId,
): Promise<readonly RubricVersion[]> {
  const [counting, all, rows] = await Promise.all([
    stores.rubrics.getVersion(organisationId, rubricVersionId),
    stores.rubrics.listOfRequisition(organisationId, requisitionId),
    stores.standings.listSources(organisationId, requisitionId, applicantId),
  ]);
  // A row under a later version belongs to a change that is under way, or was given up.
  const before = all.filter(({ id, number }) => rows.has(id) && number < counting.number);
  return [...before.toSorted((left, right) => left.number - right.number), counting];
}
