import { groupBy } from '../../core/kernel/group-by.ts';
import type { OrganisationId, RequisitionId } from '../../core/kernel/ids.ts';
import { progressOf, type Progress } from '../../core/requisition/progress.ts';
import { currentIntake, type Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';

/** Progress of several roles by one count over the read model, whatever their number of applicants. */
export async function findProgress(
  deps: Deps,
  organisationId: OrganisationId,
  requisitions: readonly Requisition[],
): Promise<ReadonlyMap<RequisitionId, Progress>> {
  const counts = await deps.stores.standings.countEvidence(
    organisationId,
    requisitions.map(({ id }) => id),
    requisitions.map((requisition) => currentIntake(requisition).rubricVersionId),
  );
  const byRequisition = groupBy(counts, ({ requisitionId }) => requisitionId);
  return new Map(
    requisitions.map(({ id }) => {
      const own = byRequisition.get(id) ?? [];
      return [id, progressOf(Object.fromEntries(own.map(({ kind, count }) => [kind, count])))];
    }),
  );
}
