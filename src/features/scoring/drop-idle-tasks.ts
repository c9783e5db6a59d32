import type { OrganisationId, RequisitionId, RubricVersionId } from '../../core/kernel/ids.ts';
import type { ScoringDeps } from './scoring-deps.ts';

/** Nobody has to take up responses under anchors that no intake goes by any more. What somebody began stays. */
export async function dropIdleTasks(
  { stores }: ScoringDeps,
  organisationId: OrganisationId,
  requisitionId: RequisitionId,
  versionId: RubricVersionId,
): Promise<void> {
  const requisition = await stores.requisitions.find(organisationId, requisitionId);
  if (requisition === null) return;
  const [left, ...counting] = await Promise.all(
    [versionId, ...requisition.intakes.map(({ rubricVersionId }) => rubricVersionId)].map((id) =>
      stores.rubrics.getVersion(organisationId, id),
    ),
  );
  if (left === undefined || counting.some(({ anchorHash }) => anchorHash === left.anchorHash)) return;
  await stores.ratingTasks.removeUnallocatedUnder(organisationId, requisitionId, left.anchorHash);
}
